using System.Data.Common;
using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>A day, <c>YYYY-MM-DD</c>.</summary>
/// <param name="of">The property.</param>
/// <param name="latest">How many days after the day of receipt it may lie: 0 unless the field says so; null for any (rule <c>R07</c>).</param>
/// <param name="isShown">False for a date of birth, which a finding never repeats.</param>
public sealed class DateField<TRecord>(Expression<Func<TRecord, DateOnly?>> of, int? latest = 0, bool isShown = true) : PropertyField<TRecord, DateOnly?>(of, null)
{
    /// <inheritdoc/>
    public override string Type => "date";

    /// <inheritdoc/>
    public override string Expectation => "a date that exists, written YYYY-MM-DD";

    /// <inheritdoc/>
    public override string ColumnType => "DATE";

    /// <inheritdoc/>
    public override bool IsOpen => false;

    /// <inheritdoc/>
    public override bool IsShown => isShown;

    /// <summary>How many days after the day of receipt it may lie; null for any.</summary>
    public int? Latest => latest;

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
