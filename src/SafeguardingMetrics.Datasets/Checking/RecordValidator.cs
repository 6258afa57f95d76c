using System.Text;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Reads and validates a return's records one after another into one reused object. One return, one thread. Memory
/// grows only with the keys: 32 bytes for each record, to find duplicates, and a byte a field for the first records.
/// </summary>
internal sealed class RecordValidator<TRecord> : IRecordHandler where TRecord : class, new()
{
    private readonly Dataset<TRecord> dataset;
    private readonly ReturnContext facts;
    private readonly FieldReadContext tools;
    private readonly FindingCollector findings;
    private readonly FieldCounts counts;
    private readonly int[] withDefaults;

    private readonly Field<TRecord>[] fields;
    private readonly byte[][] names;
    private readonly FieldSet required;
    private readonly FieldSet open;
    private readonly int keyIndex;
    private readonly Action<Rule, int> breach;
    private readonly RecordErrors<TRecord> faults;
    private readonly UnknownFields unknown;
    private readonly SeenKeys keys = new();
    private readonly RecordValues values;
    private readonly ReadNotes notes = new();
    private readonly LikelyDays<TRecord> days;
    private readonly IdentifierOwners<TRecord> owners;
    private readonly Action<int, string> doubt;

    private readonly TRecord record = new();
    private FieldSet taken;
    private FieldSet filled;
    private FieldSet filledBefore;
    private FieldSet unusable;
    private FieldSet withoutColumn;
    private FieldSet monthFirst;
    private FieldSet dayFirst;
    private bool isRepeat;
    private ExplainedQueries? explained;
    private bool isFinished;
    private (int Cells, int Columns)? extra;
    private int expected;
    private int received;
    private int rejected;
    private int queried;
    private int explainedRecords;
    private int repeated;

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
        this.counts = counts;
        faults = new RecordErrors<TRecord>(dataset, findings);
        this.findings = findings;
        unknown = new UnknownFields(findings, [.. dataset.Fields.Select(field => field.Name)]);
        days = new LikelyDays<TRecord>(dataset, facts);
        owners = new IdentifierOwners<TRecord>(dataset);

        fields = [.. dataset.Fields];
        values = new RecordValues(fields.Length);
        names = [.. fields.Select(field => Encoding.UTF8.GetBytes(field.Name))];
        keyIndex = Array.IndexOf(fields, (Field<TRecord>)dataset.KeyField);
        for (var i = 0; i < fields.Length; i++)
        {
            // Property initialisers may set non-default values: mark every field as filled once, so that the first
            // record resets it.
            filledBefore.Add(i);
            if (fields[i].IsRequired) required.Add(i);
            if (fields[i].IsOpen && !fields[i].IsHashed) open.Add(i);
        }

        withDefaults = [.. Enumerable.Range(0, fields.Length).Where(i => fields[i].Defaults is not null)];
        breach = (rule, field) => faults.Add(rule, field, null);
        doubt = (field, why) =>
        {
            // What breaks a rule of its own, such as a day in the future, is not doubted as well.
            if (!faults.Fields.Contains(field)) faults.Add(CommonRules.LikelyDay, field, null, why);
        };
    }

    /// <summary>The record that was read last. The same object each time.</summary>
    public TRecord Record => record;

    /// <summary>
    /// True where the current record has no error, and is not the same as an earlier one: it is stored and counted.
    /// </summary>
    public bool IsAccepted => !faults.AnyError && !isRepeat;

    /// <summary>
    /// Fields whose dates in numbers were read day first before one was met that can only be month first: the return has to be read
    /// again, with these among <see cref="DoubtDayFirst"/>.
    /// </summary>
    public FieldSet MustBeReadAgainFor => dayFirst & monthFirst;

    /// <summary>Takes none of these fields' dates in numbers with the day before the month. Called before the first record.</summary>
    public void DoubtDayFirst(in FieldSet of) => monthFirst = of;

    /// <summary>The queries that somebody has explained; null for none. Called before the first record.</summary>
    public void Explain(ExplainedQueries? queries) => explained = queries;

    /// <summary>The number of records read so far, which is the number of the current record.</summary>
    public int Received => received;

    /// <summary>How many records were accepted, rejected, queried and explained so far.</summary>
    public RecordCounts Counts => new(received, received - rejected - repeated, rejected, queried, explainedRecords);

    /// <summary>True where a record that was read so far has this key, accepted or rejected.</summary>
    public bool HasKey(string key) => keys.Contains(key);

    // Null where the key could not be read.
    private string? Key => unusable.Contains(keyIndex) ? null : dataset.GetKey(record);

    /// <summary>Reads and validates the next record; false at the end of the body.</summary>
    /// <exception cref="BodyUnreadableException">The body is not of its format, or exceeds a limit. The caller must
    /// store nothing of the return.</exception>
    public bool Next(RecordReader reader)
    {
        tools.Record = received + 1;
        if (!reader.Next(this))
        {
            Finish();
            return false;
        }

        received++;
        ClearStaleFields();
        if (extra is null) Check(reader.Line);
        else ReportExtraCells(reader.Line);
        if (explained is not null && faults.Any && Key is { } key) faults.Explain(explained, key, record, unusable);
        if (!isRepeat) CountFields();
        if (isRepeat) repeated++;
        if (faults.Any) faults.Flush(received, reader.Line, Key, record, unusable);
        if (faults.AnyError) rejected++;
        else if (faults.Any && faults.AreAllExplained) explainedRecords++;
        else if (faults.Any) queried++;
        return true;
    }

    // What is said once a return.
    private void Finish()
    {
        if (isFinished) return;
        isFinished = true;
        foreach (var (rule, field, detail) in notes.List()) AddOfReturn(rule, field, detail);
        foreach (var (field, spellings) in tools.ListRespelt())
        {
            AddOfReturn(
                CommonRules.OneSpelling,
                Array.IndexOf(fields, field),
                $"{spellings.Respelt} {(spellings.Respelt == 1 ? "value was" : "values were")} counted as another spelling, the first in "
                + $"record {spellings.FirstRecord}.");
        }

        foreach (var field in monthFirst)
        {
            AddOfReturn(
                CommonRules.ValidType,
                field,
                $"A date of {fields[field].Name} can only be month first, so that none written in numbers with the day or month first was "
                + "taken. Write YYYY-MM-DD.");
        }
    }

    private void AddOfReturn(Rule rule, int field, string detail) =>
        findings.Add(null, null, null, rule, fields[field].Name, faults.GetHint(rule, field), null, detail);

    /// <inheritdoc/>
    public void BeginRecord()
    {
        // A record that is begun again after a fetch: fields filled by the first attempt must be cleared too.
        filledBefore |= filled;
        filled = default;
        faults.Clear();
        extra = null;
        taken = default;
        unusable = default;
        isRepeat = false;
        values.Clear();
        expected = 0;
    }

    /// <inheritdoc/>
    public void EndHeader(in FieldSet columns)
    {
        withoutColumn = required - columns;
        foreach (var field in withoutColumn)
        {
            var nearest = unknown.FindNearest(fields[field].Name);
            AddOfReturn(
                CommonRules.Required,
                field,
                $"The header has no column {fields[field].Name}{(nearest is null ? "" : $"; is it {nearest}?")}: no record can be taken.");
        }
    }

    /// <inheritdoc/>
    public int FindField(ReadOnlySpan<byte> name)
    {
        // Writers keep one order of members in all records, so the next member is nearly always the field after the
        // last one, or one of the few after it where missing values are left out.
        for (var i = 0; i < names.Length; i++)
        {
            var field = expected + i < names.Length ? expected + i : expected + i - names.Length;
            if (!name.SequenceEqual(names[field])) continue;
            expected = field + 1;
            return field;
        }

        return FindHeaderField(name);
    }

    /// <inheritdoc/>
    public int FindHeaderField(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < names.Length; i++)
            if (FieldName.Matches(name, names[i])) return i;
        return -1;
    }

    /// <inheritdoc/>
    public void HandleField(int field, in FieldValue sent)
    {
        var value = sent.Trim();
        if (taken.Contains(field))
        {
            faults.Add(CommonRules.ValidType, field, null, $"{fields[field].Name} stands twice in the record: which is meant?");
            unusable.Add(field);
            return;
        }

        if (value.IsMissing) return;
        taken.Add(field);
        values.Set(field, value.Utf8);

        // A field that keeps text as sent could store an identifier sent in the wrong column, so look for one first.
        // Fields of codes, dates and booleans cannot store one.
        var isRaw = open.Contains(field) && RawIdentifier.ContainsIdentifier(value.Utf8);
        var error = isRaw ? FieldError.OutOfBounds : fields[field].Read(value, record, facts, tools);
        if (error == FieldError.None) filled.Add(field);
        else HandleOtherwise(field, value, error);
    }

    private void HandleOtherwise(int field, in FieldValue value, FieldError error)
    {
        var note = tools.Note;
        tools.Note = null;
        if (note is { Kind: ValueNoteKind.DayFirst } && IsMonthFirst(field, value))
        {
            fields[field].Clear(record);
            (error, note) = (FieldError.WrongType, null);
        }

        if (error is FieldError.WrongType) NoteMonthFirst(field, value);
        if (error is not (FieldError.WrongType or FieldError.OutOfBounds)) filled.Add(field);
        if (error is FieldError.Missing or FieldError.Placeholder) taken.Remove(field);
        if (note is not null) notes.Add(field, note);
        if (error is FieldError.Noted or FieldError.Missing) return;
        if (!fields[field].IsHashed && RawIdentifier.ContainsIdentifier(value.Utf8)) error = FieldError.OutOfBounds;
        var shown = ShownValue.Find(fields[field], value.Utf8);
        faults.Add(GetRule(error), field, shown, ValueExplanation.Explain(fields[field], value, shown, error, facts));
        if (error is FieldError.WrongType or FieldError.OutOfBounds) unusable.Add(field);
    }

    // Where one date of a field can only be month first, none of its dates in numbers is taken day first.
    private bool IsMonthFirst(int field, in FieldValue value)
    {
        if (DateText.Read(value.Utf8, facts.ReceivedOn, out _) != DateForm.DayFirst) return false;
        if (monthFirst.Contains(field)) return true;
        dayFirst.Add(field);
        return false;
    }

    private void NoteMonthFirst(int field, in FieldValue value)
    {
        if (fields[field].Type == FieldType.Date && DateText.Read(value.Utf8, facts.ReceivedOn, out _) == DateForm.MonthFirst)
            monthFirst.Add(field);
    }

    /// <inheritdoc/>
    public void HandleExtraCells(int cells, int columns) => extra = (cells, columns);

    /// <inheritdoc/>
    public void HandleUnknownField(ReadOnlySpan<byte> name, int place) => unknown.Add(name, place);

    // Most fields are overwritten by each record and need no clearing.
    private void ClearStaleFields()
    {
        var stale = filledBefore - filled;
        if (!stale.IsEmpty)
            foreach (var field in stale) fields[field].Clear(record);
        filledBefore = default;
    }

    private void Check(int? line)
    {
        var missing = required - taken;
        if (!missing.IsEmpty)
        {
            unusable |= missing;
            if (!withoutColumn.IsEmpty) faults.Reject();
            foreach (var field in missing - withoutColumn) faults.Add(CommonRules.Required, field, null);
        }

        CheckKey(line);
        if (isRepeat) return;
        dataset.RuleEvaluator.Evaluate(record, unusable, facts, breach);
        days.Check(record, unusable, doubt);
        if (!faults.AnyError) CheckOwners();
    }

    private void CheckKey(int? line)
    {
        values.Keep();
        var seen = new SeenRecord(values.Combine(), received, line ?? 0);
        if (Key is not { } key || keys.Add(key, seen, out var first)) return;
        var other = first.Line > 0 ? $"record {first.Number}, on line {first.Line}" : $"record {first.Number}";
        if (first.Values == seen.Values)
        {
            // The errors of the first are not said again, and a query of the first is not counted again.
            isRepeat = true;
            faults.Clear();
            faults.Add(CommonRules.OnceOnly, keyIndex, null, $"The same as {other}.");
            return;
        }

        var names = new List<string>();
        foreach (var field in values.FindDifferences(first.Number)) names.Add(fields[field].Name);
        var differences = names.Count == 0 ? "" : $", with another {string.Join(", ", names)}";
        faults.Add(CommonRules.UniqueKey, keyIndex, null, $"The key stands in {other}{differences}.");
    }

    private void CheckOwners()
    {
        foreach (var (field, other) in owners.FindOthers(record, received))
        {
            faults.Add(
                CommonRules.OneChild, field, null, $"The same {fields[field].Name} as in record {other}, which is of another child id.");
        }
    }

    // Its values may stand in the wrong columns: none of them is read or shown, the key neither.
    private void ReportExtraCells(int? line)
    {
        values.Keep();
        faults.Reject();
        var (cells, columns) = extra!.Value;
        var detail = $"An unquoted comma? {cells} cells, and the header has {columns} columns.";
        findings.Add(received, line, null, CommonRules.CellsFitHeader, null, static () => null, null, detail);
    }

    private void CountFields()
    {
        var isDefault = default(FieldSet);
        foreach (var field in withDefaults)
            if (fields[field].IsDefault(record)) isDefault.Add(field);
        counts.Add(taken, faults.Fields, isDefault);
    }

    private static Rule GetRule(FieldError fault) => fault switch
    {
        FieldError.WrongType => CommonRules.ValidType,
        FieldError.OutOfBounds => CommonRules.InBounds,
        FieldError.CheckDigit => CommonRules.CheckDigit,
        FieldError.Placeholder => CommonRules.RealIdentifier,
        _ => CommonRules.NotInFuture,
    };
}
