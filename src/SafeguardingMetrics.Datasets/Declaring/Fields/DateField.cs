using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>A day, <c>YYYY-MM-DD</c>.</summary>
/// <param name="property">The record's property.</param>
/// <param name="declared">What is declared of it.</param>
public sealed class DateField<TRecord>(PropertyInfo property, DayAttribute declared) : PropertyField<TRecord, DateOnly?>(property, declared)
{
    private readonly int? latest = declared.DaysAhead == DayAttribute.NoLimit ? null : declared.DaysAhead;

    /// <inheritdoc/>
    public override FieldType Type => FieldType.Date;

    /// <inheritdoc/>
    public override string Expectation => "a date that exists, written YYYY-MM-DD";

    /// <inheritdoc/>
    public override string ColumnType => "DATE";

    /// <inheritdoc/>
    public override bool IsOpen => false;

    /// <inheritdoc/>
    public override bool IsShown => !declared.IsPrivate;

    /// <inheritdoc/>
    public override int? DaysAhead => latest;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (!IsoDate.TryRead(value.Utf8, out var day) || !value.IsText) return ReadOtherwise(value, record, facts, tools);
        return PlaceholderDay.IsOne(day) ? SetMissing(value, record, tools) : SetDay(record, day, facts, FieldError.None);
    }

    private FieldError ReadOtherwise(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (!value.IsText) return FieldError.WrongType;
        if (MissingWord.Find(value.Utf8) != MissingWordKind.None) return SetMissing(value, record, tools);
        var form = DateText.Read(value.Utf8, facts.ReceivedOn, out var day);
        if (form == DateForm.MonthFirst) tools.Note = new ValueNote(ValueNoteKind.MonthFirst, null, null);
        if (GetNote(form) is not { } said) return form == DateForm.Plain ? SetRead(value, record, day, facts, tools) : FieldError.WrongType;
        if (PlaceholderDay.IsOne(day)) return SetMissing(value, record, tools);
        var (written, readAs) = declared.IsPrivate
            ? (null, null)
            : (Encoding.UTF8.GetString(value.Utf8), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        tools.Note = new ValueNote(said, written, readAs) { IsInNumbers = form == DateForm.DayFirst };
        return SetDay(record, day, facts, FieldError.TakenWithNote);
    }

    private FieldError SetRead(in FieldValue value, TRecord record, DateOnly day, ReturnContext facts, FieldReadContext tools) =>
        PlaceholderDay.IsOne(day) ? SetMissing(value, record, tools) : SetDay(record, day, facts, FieldError.None);

    private FieldError SetDay(TRecord record, DateOnly day, ReturnContext facts, FieldError otherwise)
    {
        SetValue(record, day);
        return latest is { } days && day.DayNumber > facts.ReceivedOn.DayNumber + days ? FieldError.Future : otherwise;
    }

    // Null where the day is not taken, or is written as it should be.
    private static ValueNoteKind? GetNote(DateForm form) => form switch
    {
        DateForm.DayFirst or DateForm.NamedMonth => ValueNoteKind.DayFirst,
        DateForm.Compact => ValueNoteKind.CompactDate,
        DateForm.WithTime => ValueNoteKind.TimeDropped,
        _ => null,
    };

    /// <summary>The column of the day it belongs to; null where there is none.</summary>
    public string? Near => declared.Near;

    /// <summary>The day; null where the record has none.</summary>
    public DateOnly? GetDay(TRecord record) => Get(record);

    /// <inheritdoc/>
    public override object? GetStoredValue(TRecord record) => BoxedValues.Box(Get(record));

    /// <inheritdoc/>
    protected override DateOnly? ReadColumn(DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);
}
