using System.Globalization;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// What is found of a return as a whole and said once, not with each record: how the values of a field were read, and which columns are
/// missing or unknown.
/// </summary>
/// <param name="dataset">The dataset of the return.</param>
/// <param name="tools">What its fields read their values with.</param>
/// <param name="findings">Receives the findings.</param>
/// <param name="getHint">What follows the sentence of a rule in every finding of a field.</param>
internal sealed class ReturnFindings<TRecord>(
    Dataset<TRecord> dataset, FieldReadContext tools, FindingCollector findings, Func<Rule, int, Func<string?>> getHint)
    where TRecord : class, new()
{
    private readonly Field<TRecord>[] fields = [.. dataset.Fields];
    private readonly UnknownFields unknown = new(findings, [.. dataset.Fields.Select(field => field.Name)]);
    private readonly ReadNotes notes = new();
    private bool isFinished;

    /// <summary>Adds how a value was read.</summary>
    public void AddNote(int field, ValueNote note) => notes.Add(field, note);

    /// <summary>Adds a name that the dataset does not have.</summary>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="place">Its position in the record or header, counted from 1.</param>
    public void AddUnknownField(ReadOnlySpan<byte> name, int place) => unknown.Add(name, place);

    /// <summary>Adds a required field for which the header has no column.</summary>
    public void AddMissingColumn(int field)
    {
        var nearest = unknown.FindNearest(fields[field].Name);
        Add(
            CommonRules.Required,
            field,
            $"The header has no column {fields[field].Name}{(nearest is null ? "" : $"; is it {nearest}?")}: no record can be taken.");
    }

    /// <summary>Adds what is known at the end of the body.</summary>
    /// <param name="monthFirst">The fields with a date that can only be month first.</param>
    /// <param name="keys">The keys of the records.</param>
    public void Finish(in FieldSet monthFirst, KeyCheck keys)
    {
        if (isFinished) return;
        isFinished = true;
        foreach (var (rule, field, detail) in notes.List()) Add(rule, field, detail);
        foreach (var (field, spellings) in tools.ListRespelt())
        {
            Add(
                CommonRules.OneSpelling,
                Array.IndexOf(fields, field),
                $"{spellings.Respelt} {(spellings.Respelt == 1 ? "value was" : "values were")} counted as another spelling, the first in "
                + $"record {spellings.FirstRecord}.");
        }

        foreach (var (field, spellings) in tools.ListCrowded())
        {
            Add(
                CommonRules.FewMembers,
                Array.IndexOf(fields, field),
                $"{field.Name} has more than {spellings.Most} different values: the first {spellings.Most} count by name, and "
                + $"{spellings.OfOthers} {(spellings.OfOthers == 1 ? "value" : "values")} of others, the first in record "
                + $"{spellings.FirstOfOthers}, {(spellings.OfOthers == 1 ? "is" : "are")} kept and counted as "
                + $"{MemberSpellings.Others}. Is it the right column?");
        }

        if (keys.Respelt > 0) AddRespeltKeys(keys);
        foreach (var field in monthFirst)
        {
            Add(
                CommonRules.ValidType,
                field,
                $"A date of {fields[field].Name} can only be month first, so that none written in numbers with the day or month first was "
                + "taken. Write YYYY-MM-DD.");
        }
    }

    /// <summary>Adds, as the first finding, that no record so far is of the dataset.</summary>
    /// <param name="received">How many records were read.</param>
    public void AddIsOtherDataset(int received) => findings.AddFirst(
        CommonRules.IsOfDataset,
        $"All of the first {received.ToString("N0", CultureInfo.InvariantCulture)} records have an error, and no further one was read: is "
            + $"this {dataset.Name}? Send each dataset to its own address.");

    private void AddRespeltKeys(KeyCheck keys)
    {
        var (record, earlier) = keys.FirstRespelt;
        Add(
            CommonRules.OneSpellingOfKey,
            Array.IndexOf(fields, (Field<TRecord>)dataset.KeyField),
            $"{keys.Respelt} {(keys.Respelt == 1 ? "record has" : "records have")} the {dataset.KeyField.Name} of an earlier record but "
            + $"for capitals or zeros before a number, the first record {record}, as record {earlier}. They count as different records.");
    }

    private void Add(Rule rule, int field, string detail) =>
        findings.Add(null, null, null, rule, fields[field].Name, getHint(rule, field), null, detail);
}
