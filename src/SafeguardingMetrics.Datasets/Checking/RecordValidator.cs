using System.Text;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Reads and validates a return's records one after another into one reused object. One return, one thread. Memory
/// grows only with the keys: 16 bytes of hash for each record, to find duplicates.
/// </summary>
internal sealed class RecordValidator<TRecord> : IRecordHandler where TRecord : class, new()
{
    private readonly Dataset<TRecord> dataset;
    private readonly ReturnContext facts;
    private readonly FieldReadContext tools;
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

    private readonly TRecord record = new();
    private FieldSet taken;
    private FieldSet filled;
    private FieldSet filledBefore;
    private FieldSet unusable;
    private int expected;
    private int received;
    private int rejected;
    private int queried;

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
        unknown = new UnknownFields(findings);

        fields = [.. dataset.Fields];
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
    }

    /// <summary>The record that was read last. The same object each time.</summary>
    public TRecord Record => record;

    /// <summary>True where the current record has no error and is stored and counted.</summary>
    public bool IsAccepted => !faults.AnyError;

    /// <summary>The number of records read so far, which is the number of the current record.</summary>
    public int Received => received;

    /// <summary>How many records were accepted, rejected and queried so far.</summary>
    public RecordCounts Counts => new(received, received - rejected, rejected, queried);

    // Null where the key could not be read.
    private string? Key => unusable.Contains(keyIndex) ? null : dataset.GetKey(record);

    /// <summary>Reads and validates the next record; false at the end of the body.</summary>
    /// <exception cref="BodyUnreadableException">The body is not of its format, or exceeds a limit. The caller must
    /// store nothing of the return.</exception>
    public bool Next(RecordReader reader)
    {
        if (!reader.Next(this)) return false;
        received++;
        ClearStaleFields();
        Check();
        CountFields();
        if (faults.Any)
        {
            faults.Flush(received, reader.Line, Key, record, unusable);
            if (faults.AnyError) rejected++;
            else queried++;
        }

        return true;
    }

    /// <inheritdoc/>
    public void BeginRecord()
    {
        // A record that is begun again after a fetch: fields filled by the first attempt must be cleared too.
        filledBefore |= filled;
        filled = default;
        faults.Clear();
        taken = default;
        unusable = default;
        expected = 0;
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

        return -1;
    }

    /// <inheritdoc/>
    public int FindHeaderField(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < names.Length; i++)
            if (Ascii.EqualsIgnoreCase(name, names[i])) return i;
        return -1;
    }

    /// <inheritdoc/>
    public void HandleField(int field, in FieldValue value)
    {
        if (taken.Contains(field))
        {
            faults.Add(CommonRules.ValidType, field, null);
            unusable.Add(field);
            return;
        }

        if (value.IsMissing) return;
        taken.Add(field);

        // A field that keeps text as sent could store an identifier sent in the wrong column, so look for one first.
        // Fields of codes, dates and booleans cannot store one.
        var isRaw = open.Contains(field) && RawIdentifier.ContainsIdentifier(value.Utf8);
        var fault = isRaw ? FieldError.OutOfBounds : fields[field].Read(value, record, facts, tools);
        if (fault is not (FieldError.WrongType or FieldError.OutOfBounds)) filled.Add(field);
        if (fault == FieldError.None) return;
        if (!fields[field].IsHashed && RawIdentifier.ContainsIdentifier(value.Utf8)) fault = FieldError.OutOfBounds;
        faults.Add(GetRule(fault), field, fields[field].ToDisplayText(value.Utf8));
        if (fault is FieldError.WrongType or FieldError.OutOfBounds) unusable.Add(field);
    }

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

    private void Check()
    {
        var missing = required - taken;
        if (!missing.IsEmpty)
        {
            unusable |= missing;
            foreach (var field in missing) faults.Add(CommonRules.Required, field, null);
        }

        if (Key is { } key && !keys.Add(key)) faults.Add(CommonRules.UniqueKey, keyIndex, null);
        dataset.RuleEvaluator.Evaluate(record, unusable, facts, breach);
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
        _ => CommonRules.NotInFuture,
    };
}
