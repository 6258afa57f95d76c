using System.Data.Common;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;

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
        if (!value.IsText || !IsoDate.TryRead(value.Utf8, out var day)) return FieldError.WrongType;
        SetValue(record, day);
        return latest is { } days && day.DayNumber > facts.ReceivedOn.DayNumber + days ? FieldError.Future : FieldError.None;
    }

    /// <inheritdoc/>
    public override object? GetStoredValue(TRecord record) => BoxedValues.Box(Get(record));

    /// <inheritdoc/>
    protected override DateOnly? ReadColumn(DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);
}
