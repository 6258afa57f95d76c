using System.Buffers.Text;
using System.Data.Common;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>A whole number between two bounds, both included.</summary>
/// <param name="property">The record's property.</param>
/// <param name="declared">What is declared of it.</param>
public sealed class WholeNumberField<TRecord>(
    PropertyInfo property, WholeNumberAttribute declared) : PropertyField<TRecord, int?>(property, declared)
{
    private readonly int least = declared.Least;
    private readonly int most = declared.Most;

    /// <inheritdoc/>
    public override FieldType Type => FieldType.WholeNumber;

    /// <inheritdoc/>
    public override string Expectation =>
        most == int.MaxValue ? $"a whole number, {least} or more" : $"a whole number from {least} to {most}";

    /// <inheritdoc/>
    public override string ColumnType => "INT";

    /// <inheritdoc/>
    public override (decimal? Least, decimal? Most) Range => (least, most == int.MaxValue ? null : most);

    /// <inheritdoc/>
    public override bool IsShown => true;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (!value.IsNumber) return FieldError.WrongType;
        if (!Utf8Parser.TryParse(value.Utf8, out long number, out var read) || read != value.Utf8.Length)
            return ReadOtherwise(value, record, tools);
        return number < least || number > most ? FieldError.OutOfBounds : SetValue(record, (int)number);
    }

    private FieldError ReadOtherwise(in FieldValue value, TRecord record, FieldReadContext tools)
    {
        if (MissingWord.Find(value.Utf8) != MissingWordKind.None) return SetMissing(value, record, tools);
        if (!NumberText.TryRead(value.Utf8, out var number)) return IsDigits(value.Utf8) ? FieldError.OutOfBounds : FieldError.WrongType;
        if (number != decimal.Truncate(number)) return FieldError.WrongType;
        return number < least || number > most ? FieldError.OutOfBounds : SetValue(record, (int)number);
    }

    /// <inheritdoc/>
    protected override int? ReadColumn(DbDataReader row, int column) => row.GetInt32(column);

    // A whole number too great for 64 bits is still a whole number: out of range, not of the wrong type.
    private static bool IsDigits(ReadOnlySpan<byte> utf8)
    {
        var digits = utf8.StartsWith("-"u8) ? utf8[1..] : utf8;
        return !digits.IsEmpty && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
