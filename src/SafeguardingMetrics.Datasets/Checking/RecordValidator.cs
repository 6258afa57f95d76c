using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Reads and validates a return's records one after another into one reused object. One return, one thread. Memory
/// grows only with the keys: 24 bytes for each record and 8 for each place of a table, to find duplicates, and a byte a field for the
/// first records.
/// </summary>
internal sealed class RecordValidator<TRecord> where TRecord : class, new()
{
    /// <summary>After so many records, all rejected, no further one is read.</summary>
    public const int MostOnlyRejected = 10_000;

    private readonly Dataset<TRecord> dataset;
    private readonly ReturnContext facts;
    private readonly FieldReadContext tools;
    private readonly FindingCollector findings;
    private readonly ReturnFindings<TRecord> ofReturn;
    private readonly FieldCounts counts;
    private readonly int[] withDefaults;

    private readonly Field<TRecord>[] fields;
    private readonly int keyIndex;
    private readonly Action<Rule, int> breach;
    private readonly RecordErrors<TRecord> faults;
    private readonly RecordFiller<TRecord> filler;
    private readonly KeyCheck keys;
    private readonly UnlikelyDates<TRecord> dates;
    private readonly IdentifierOwners<TRecord> owners;
    private readonly Action<int, string> doubt;

    private bool isRepeat;
    private bool isOtherDataset;
    private ExplainedQueries? explained;
    private int received;
    private int rejected;
    private int queried;
    private int explainedRecords;
    private int repeated;
    private int purged;

    /// <summary>Creates a validator for one return.</summary>
    /// <param name="dataset">The dataset of the return.</param>
    /// <param name="facts">What rules may know about the return: its period and the day of receipt.</param>
    /// <param name="tools">What the fields share while reading: string pool and identifier hasher.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="counts">Counts values for each field.</param>
    public RecordValidator(
        Dataset<TRecord> dataset, ReturnContext facts, FieldReadContext tools, FindingCollector findings, FieldCounts counts)
    {
        this.dataset = dataset;
        this.facts = facts;
        this.tools = tools;
        this.findings = findings;
        this.counts = counts;
        fields = [.. dataset.Fields];
        keyIndex = Array.IndexOf(fields, (Field<TRecord>)dataset.KeyField);
        faults = new RecordErrors<TRecord>(dataset, findings);
        ofReturn = new ReturnFindings<TRecord>(dataset, tools, findings, faults.GetHint);
        keys = new KeyCheck(fields.Length, keyIndex);
        filler = new RecordFiller<TRecord>(dataset, facts, tools, faults, ofReturn, keys);
        dates = new UnlikelyDates<TRecord>(dataset, facts);
        owners = new IdentifierOwners<TRecord>(dataset);
        withDefaults = [.. Enumerable.Range(0, fields.Length).Where(i => fields[i].Defaults is not null)];
        breach = (rule, field) => faults.Add(rule, field, null);
        doubt = (field, why) =>
        {
            // What breaks a rule of its own, such as a day in the future, is not doubted as well.
            if (!faults.Fields.Contains(field)) faults.Add(CommonRules.UnlikelyDate, field, null, why);
        };
    }

    /// <summary>The record that was read last. The same object each time.</summary>
    public TRecord Record => filler.Record;

    /// <summary>
    /// True where the current record has no error, and is not the same as an earlier one: it is stored and counted.
    /// </summary>
    public bool IsAccepted => !faults.AnyError && !isRepeat && filler.Purge is not true;

    /// <summary>True where the current record has findings.</summary>
    public bool HasFindings { get; private set; }

    /// <summary>True where the current record says, in a return of changes, that the record of its key is no more.</summary>
    public bool IsPurge => filler.Purge is true && !faults.AnyError && !isRepeat;

    /// <summary>
    /// Fields whose dates in numbers were read day first before one was met that can only be month first: the return has to be read
    /// again, with these among <see cref="RefuseDayFirst"/>.
    /// </summary>
    public FieldSet FieldsToReadAgain => filler.DayFirst.TakenBeforeRefused;

    /// <summary>Takes none of these fields' dates in numbers with the day before the month. Called before the first record.</summary>
    public void RefuseDayFirst(in FieldSet of) => filler.DayFirst.Refuse(of);

    /// <summary>The queries that somebody has explained; null for none. Called before the first record.</summary>
    public void Explain(ExplainedQueries? queries) => explained = queries;

    /// <summary>The number of records read so far, which is the number of the current record.</summary>
    public int Received => received;

    /// <summary>How many records were accepted, rejected, queried and explained so far.</summary>
    public RecordCounts Counts => new(received, received - rejected - repeated - purged, rejected, queried, explainedRecords);

    /// <summary>True where a record that was read so far has this key, accepted or rejected.</summary>
    public bool HasKey(string key) => keys.Contains(key);

    /// <summary>The key of the current record; null where it could not be read.</summary>
    public string? Key => filler.Unusable.Contains(keyIndex) ? null : dataset.GetKey(filler.Record);

    /// <summary>Reads and validates the next record; false at the end of the body.</summary>
    /// <exception cref="BodyUnreadableException">The body is not of its format, or exceeds a limit. The caller must
    /// store nothing of the return.</exception>
    public bool Next(RecordReader reader)
    {
        tools.Record = received + 1;
        isRepeat = false;
        if (received == MostOnlyRejected && rejected == received)
        {
            if (isOtherDataset) return false;
            isOtherDataset = true;
            ofReturn.AddIsOtherDataset(received);
            ofReturn.Finish(filler.DayFirst.Refused, keys);
            return false;
        }

        if (!reader.Next(filler))
        {
            ofReturn.Finish(filler.DayFirst.Refused, keys);
            return false;
        }

        received++;
        filler.EndRecord();
        if (filler.ExtraCells is var (cells, columns)) ReportExtraCells(cells, columns, reader.Line);
        else if (filler.CutRow is var (found, named)) ReportCutRow(found, named, reader.Line);
        else if (filler.Purge is true) CheckPurge(reader.Line);
        else Check(reader.Line);
        if (explained is not null && faults.Any && Key is { } key) faults.Explain(explained, key, filler.Record, filler.Unusable);
        if (isRepeat) repeated++;
        else if (filler.Purge is not true) CountFields();
        if (IsPurge) purged++;
        HasFindings = faults.Any;
        if (faults.Any) faults.Flush(received, reader.Line, Key, filler.Record, filler.Unusable);
        if (faults.AnyError) rejected++;
        else if (faults.Any && faults.AreAllExplained) explainedRecords++;
        else if (faults.Any) queried++;
        return true;
    }

    private void Check(int? line)
    {
        filler.ReportMissing();
        if (filler.IsPurgeUnreadable) ReportPurge(line);
        CheckKey(line);
        if (isRepeat) return;
        dataset.RuleEvaluator.Evaluate(filler.Record, filler.Unusable, facts, breach);
        dates.Check(filler.Record, filler.Unusable, doubt);
        if (owners.IsNeeded && !faults.AnyError) CheckOwners();
    }

    // Of a record that is no more only the key is read.
    private void CheckPurge(int? line)
    {
        var hasKey = Key is not null;
        faults.Clear();
        if (hasKey) CheckKey(line);
        else faults.Add(CommonRules.Required, keyIndex, null, "A record that is purged is named by its key.");
    }

    private void ReportPurge(int? line)
    {
        faults.Reject();
        var name = RecordFiller<TRecord>.PurgeName;
        findings.Add(received, line, Key, CommonRules.ValidType, name, static () => null, null, $"{name} is true, false or empty.");
    }

    private void CheckKey(int? line)
    {
        keys.End();
        if (Key is not { } key || keys.Add(key, received, line) is not { } earlier) return;
        if (earlier.IsSame)
        {
            // The errors of the first are not said again, and a query of the first is not counted again.
            isRepeat = true;
            faults.Clear();
            faults.Add(CommonRules.OnceOnly, keyIndex, null, $"The same as {earlier}.");
            return;
        }

        var names = new List<string>();
        foreach (var field in earlier.Differences) names.Add(fields[field].Name);
        var differences = names.Count == 0 ? "" : $", with another {string.Join(", ", names)}";
        faults.Add(CommonRules.UniqueKey, keyIndex, null, $"The key stands in {earlier}{differences}.");
    }

    private void CheckOwners()
    {
        foreach (var (field, other) in owners.FindOthers(filler.Record, received))
        {
            faults.Add(
                CommonRules.OneChild, field, null, $"The same {fields[field].Name} as in record {other}, which is of another child id.");
        }
    }

    // Its values may stand in the wrong columns: none of them is read or shown, the key neither.
    private void ReportExtraCells(int cells, int columns, int? line)
    {
        keys.End();
        faults.Reject();
        var detail = $"An unquoted comma? {cells} cells, and the header has {columns} columns.";
        findings.Add(received, line, null, CommonRules.CellsFitHeader, null, static () => null, null, detail);
    }

    // Its last value may be cut off, its key too: none of them is judged or shown.
    private void ReportCutRow(int cells, int columns, int? line)
    {
        keys.End();
        faults.Clear();
        faults.Reject();
        var detail = $"{cells} of {columns} cells, and no line break: was the file cut off here? Send it whole, or end it with a line "
            + "break.";
        findings.Add(received, line, null, CommonRules.WholeLastLine, null, static () => null, null, detail);
    }

    private void CountFields()
    {
        var isDefault = default(FieldSet);
        foreach (var field in withDefaults)
            if (fields[field].IsDefault(filler.Record)) isDefault.Add(field);
        counts.Add(filler.Taken, faults.Fields, isDefault);
    }
}
