using System.Data.Common;
using System.Globalization;
using System.Reflection;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>A decimal number over 0 and up to a greatest value, with at most two decimal places.</summary>
/// <param name="property">The record's property.</param>
/// <param name="declared">What is declared of it.</param>
public sealed class DecimalField<TRecord>(
    PropertyInfo property, DecimalAttribute declared) : PropertyField<TRecord, decimal?>(property, declared)
{
    private readonly decimal most = declared.Most;

    /// <inheritdoc/>
    public override FieldType Type => FieldType.DecimalNumber;

    /// <inheritdoc/>
    public override string Expectation =>
        $"a number over 0 and at most {most.ToString(CultureInfo.InvariantCulture)}, with at most 2 decimal places";

    /// <inheritdoc/>
    public override string ColumnType => "DECIMAL(6, 2)";

    /// <inheritdoc/>
    public override (decimal? Least, decimal? Most) Range => (0.01m, most);

    /// <inheritdoc/>
    public override bool IsShown => true;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (!value.IsNumber) return FieldError.WrongType;
        if (!NumberText.TryRead(value.Utf8, out var number))
        {
            // JSON may write 8e-1.
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            if (value.Kind != FieldValueKind.Number || !decimal.TryParse(value.Utf8, Style, CultureInfo.InvariantCulture, out number))
                return MissingWord.Find(value.Utf8) != MissingWordKind.None ? SetMissing(value, record, tools) : FieldError.WrongType;
        }

        return number <= 0 || number > most || number * 100 != decimal.Truncate(number * 100)
            ? FieldError.OutOfBounds
            : SetValue(record, number);
    }

    /// <summary>Without zeros at the end, which SQL Server adds and SQLite leaves out.</summary>
    protected override decimal? ReadColumn(DbDataReader row, int column) => Rounding.TrimTrailingZeros(row.GetDecimal(column));
}
