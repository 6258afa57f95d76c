using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Fills one reused record with the values that a reader passes on, and reports those that cannot be read. One return, one thread.
/// </summary>
internal sealed class RecordFiller<TRecord> : IRecordHandler where TRecord : class, new()
{
    /// <summary>What says, in a return of changes, that the record of a key is no more.</summary>
    public const string PurgeName = "purge";

    private readonly ReturnContext facts;
    private readonly FieldReadContext tools;
    private readonly RecordErrors<TRecord> faults;
    private readonly ReturnFindings<TRecord> ofReturn;
    private readonly KeyCheck keys;

    private readonly Field<TRecord>[] fields;
    private readonly FieldFinder finder;
    private readonly FieldSet required;
    private readonly FieldSet open;
    private readonly DayFirstDates dayFirst = new();

    private readonly TRecord record = new();
    private FieldSet taken;
    private FieldSet filled;
    private FieldSet filledBefore;
    private FieldSet unusable;
    private FieldSet withoutColumn;
    private bool isColumnReportOwed;

    /// <summary>Creates a filler for one return.</summary>
    /// <param name="dataset">The dataset of the return.</param>
    /// <param name="facts">What is known of the return.</param>
    /// <param name="tools">What the fields share while reading.</param>
    /// <param name="faults">Receives what is wrong with the record's values.</param>
    /// <param name="ofReturn">Receives what is said once a return.</param>
    /// <param name="keys">Receives the values, by which records of one key are told apart.</param>
    public RecordFiller(
        Dataset<TRecord> dataset, ReturnContext facts, FieldReadContext tools, RecordErrors<TRecord> faults,
        ReturnFindings<TRecord> ofReturn, KeyCheck keys)
    {
        (this.facts, this.tools, this.faults, this.ofReturn, this.keys) = (facts, tools, faults, ofReturn, keys);
        fields = [.. dataset.Fields];
        // Its place is the one after the fields.
        string[] more = facts.IsChanges ? [PurgeName] : [];
        finder = new FieldFinder(fields.Select(field => field.Name).Concat(more));
        for (var i = 0; i < fields.Length; i++)
        {
            // Property initialisers may set non-default values: mark every field as filled once, so that the first
            // record resets it.
            filledBefore.Add(i);
            if (fields[i].IsRequired) required.Add(i);
            if (fields[i].IsOpen && !fields[i].IsHashed) open.Add(i);
        }
    }

    /// <summary>The record. The same object each time.</summary>
    public TRecord Record => record;

    /// <summary>The fields that have a value, whether it could be read or not.</summary>
    public ref readonly FieldSet Taken => ref taken;

    /// <summary>The fields whose value could not be read, and those that are required and missing.</summary>
    public ref readonly FieldSet Unusable => ref unusable;

    /// <summary>How many cells the record has, and how many columns the header, where there are too many cells; otherwise null.</summary>
    public (int Cells, int Columns)? ExtraCells { get; private set; }

    /// <summary>
    /// How many cells the record has, and how many columns the header, where the body ends within the record; otherwise null.
    /// </summary>
    public (int Cells, int Columns)? CutRow { get; private set; }

    /// <summary>In a return of changes, whether the record is no more; null where it does not say so.</summary>
    public bool? Purge { get; private set; }

    /// <summary>True where what it says of that cannot be read.</summary>
    public bool IsPurgeUnreadable { get; private set; }

    /// <inheritdoc/>
    public bool TakesCases => facts.IsChanges;

    /// <summary>Which dates in numbers are taken day first.</summary>
    public DayFirstDates DayFirst => dayFirst;

    /// <inheritdoc/>
    public void BeginRecord()
    {
        // A record that is begun again after a fetch: fields filled by the first attempt must be cleared too.
        filledBefore |= filled;
        filled = default;
        faults.Clear();
        ExtraCells = null;
        CutRow = null;
        (Purge, IsPurgeUnreadable) = (null, false);
        taken = default;
        unusable = default;
        keys.Begin();
        finder.Begin();
    }

    /// <summary>Ends a record: clears what the one before had and this one has not.</summary>
    public void EndRecord()
    {
        // Most fields are overwritten by each record and need no clearing.
        var stale = filledBefore - filled;
        if (!stale.IsEmpty)
            foreach (var field in stale) fields[field].Clear(record);
        filledBefore = default;
    }

    /// <summary>Reports the required fields that the record does not have.</summary>
    public void ReportMissing()
    {
        var missing = required - taken;
        if (missing.IsEmpty) return;
        unusable |= missing;
        // A column that the header does not have is one finding of the return.
        if (!withoutColumn.IsEmpty) faults.Reject();
        if (isColumnReportOwed) ReportMissingColumns();
        foreach (var field in missing - withoutColumn) faults.Add(CommonRules.Required, field, null);
    }

    /// <inheritdoc/>
    public void EndHeader(in FieldSet columns)
    {
        withoutColumn = required - columns;
        // A list of purges needs no column but the key: what is missing is said with the first record that is none.
        if (columns.Contains(fields.Length)) isColumnReportOwed = true;
        else ReportMissingColumns();
    }

    private void ReportMissingColumns()
    {
        isColumnReportOwed = false;
        foreach (var field in withoutColumn) ofReturn.AddMissingColumn(field);
    }

    /// <inheritdoc/>
    public int FindField(ReadOnlySpan<byte> name) => finder.Find(name);

    /// <inheritdoc/>
    public int FindHeaderField(ReadOnlySpan<byte> name) => finder.FindLoosely(name);

    /// <inheritdoc/>
    public void HandleField(int field, in FieldValue sent)
    {
        if (sent.IsTrimmed) HandleValue(field, sent);
        else HandleValue(field, sent.Trim());
    }

    private void HandleValue(int field, in FieldValue value)
    {
        if (field == fields.Length)
        {
            if (value.IsMissing) return;
            Purge = TruthText.Find(value);
            IsPurgeUnreadable = Purge is null;
            return;
        }

        if (taken.Contains(field))
        {
            faults.Add(CommonRules.ValidType, field, null, $"{fields[field].Name} stands twice in the record: which is meant?");
            unusable.Add(field);
            return;
        }

        if (value.IsMissing) return;
        taken.Add(field);
        keys.Set(field, value.Utf8);

        // A field that keeps text as sent could store an identifier sent in the wrong column, so look for one first.
        // Fields of codes, dates and booleans cannot store one.
        var isRaw = open.Contains(field) && IsRaw(field, value.Utf8);
        if (tools.OwnIdentifiers is { } own && fields[field].Type == FieldType.Identifier)
            own.Count(fields[field].Name, RawIdentifier.ContainsIdentifier(value.Utf8));
        var error = isRaw ? FieldError.OutOfBounds : fields[field].Read(value, record, facts, tools);
        if (error == FieldError.None) filled.Add(field);
        else if (isRaw || !TryReadInPlainSigns(field, value, error)) HandleOtherwise(field, value, error);
    }

    // An NHS number or UPN, unless it may be the agency's own id.
    private bool IsRaw(int field, ReadOnlySpan<byte> utf8) =>
        (tools.OwnIdentifiers is null || fields[field].Type != FieldType.Identifier) && RawIdentifier.ContainsIdentifier(utf8);

    // A dash for a hyphen, full-width digits, an invisible sign: a text keeps them, and nothing else can mean them.
    private bool TryReadInPlainSigns(int field, in FieldValue value, FieldError error)
    {
        if (error is not (FieldError.WrongType or FieldError.OutOfBounds or FieldError.CheckDigit)) return false;
        if (fields[field].Type == FieldType.Text || value.Kind is not (FieldValueKind.Cell or FieldValueKind.Text)) return false;
        if (PlainSigns.Find(value.Utf8, out var isOtherSign) is not { } plain) return false;
        if (open.Contains(field) && IsRaw(field, plain)) return false;
        tools.Note = null;
        var inPlain = new FieldValue(value.Kind, plain);
        var read = fields[field].Read(inPlain, record, facts, tools);
        if (read == FieldError.None && isOtherSign)
        {
            tools.Note = new ValueNote(ValueNoteKind.OtherSigns, null, null);
            read = FieldError.TakenWithNote;
        }

        if (read == FieldError.None) filled.Add(field);
        else HandleOtherwise(field, inPlain, read);
        return true;
    }

    private void HandleOtherwise(int field, in FieldValue value, FieldError error)
    {
        var note = tools.Note;
        tools.Note = null;
        if (note is { Kind: ValueNoteKind.MonthFirst })
        {
            dayFirst.Refuse(field);
            note = null;
        }

        if (note is { IsInNumbers: true } && !dayFirst.TryTake(field))
        {
            fields[field].Clear(record);
            (error, note) = (FieldError.WrongType, null);
        }

        if (error is not (FieldError.WrongType or FieldError.OutOfBounds)) filled.Add(field);
        if (error is FieldError.Missing or FieldError.Placeholder) taken.Remove(field);
        if (note is not null) ofReturn.AddNote(field, note);
        if (error is FieldError.TakenWithNote or FieldError.Missing) return;
        if (!fields[field].IsHashed && IsRaw(field, value.Utf8)) error = FieldError.OutOfBounds;
        var shown = ShownValue.Find(fields[field], value.Utf8);
        faults.Add(GetRule(error), field, shown, ValueExplanation.Explain(fields[field], value, shown, error, facts));
        if (error is FieldError.WrongType or FieldError.OutOfBounds) unusable.Add(field);
    }

    /// <inheritdoc/>
    public void HandleExtraCells(int cells, int columns) => ExtraCells = (cells, columns);

    /// <inheritdoc/>
    public void HandleCutRow(int cells, int columns) => CutRow = (cells, columns);

    /// <inheritdoc/>
    public void HandleUnknownField(ReadOnlySpan<byte> name, int place)
    {
        // A record that is no more must not count as one that is.
        if (name.SequenceEqual("purge"u8)) faults.Reject();
        ofReturn.AddUnknownField(name, place);
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
