using System.Buffers;
using System.Data.Common;
using System.Reflection;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>An id that the agency gave: 1 to 36 of <c>A-Z a-z 0-9 _ - / .</c></summary>
/// <param name="property">The record's property.</param>
/// <param name="declared">What is declared of it.</param>
public sealed class IdentifierField<TRecord>(
    PropertyInfo property, IdAttribute declared) : PropertyField<TRecord, string>(property, declared)
{
    private const int Longest = IdentifierText.Longest;
    private static readonly SearchValues<byte> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-/."u8);

    /// <inheritdoc/>
    public override FieldType Type => FieldType.Identifier;

    /// <inheritdoc/>
    public override string Expectation => "an identifier of 1 to 36 letters, digits, _ - / or . that is no NHS number or UPN";

    /// <inheritdoc/>
    public override string ColumnType => "NVARCHAR(36)";

    /// <inheritdoc/>
    public override int? MaxLength => Longest;

    /// <inheritdoc/>
    public override string Pattern => "^[A-Za-z0-9_\\-/.]+$";

    /// <inheritdoc/>
    public override bool IsOfChild => declared.IsOfChild;

    /// <inheritdoc/>
    public override bool IsShown => false;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (!value.IsNumber) return FieldError.WrongType;
        if (IdentifierText.IsPlain(value.Utf8, Longest)) return SetValue(record, Encoding.ASCII.GetString(value.Utf8));
        if (MissingWord.Find(value.Utf8) is not MissingWordKind.None and var word
            && (word != MissingWordKind.NoWorker || declared.IsOfWorker))
            return SetMissing(value, record, tools);
        // Longer or not: an id that a spreadsheet has shortened to 1.23E+11 could be any of a million.
        if (value.Utf8.Length > Longest || value.Utf8.ContainsAnyExcept(Allowed) || NumberText.IsScientific(value.Utf8))
            return FieldError.OutOfBounds;
        // Not from the pool: most are met once in a return, and would push out the texts that come again.
        return SetValue(record, Encoding.ASCII.GetString(value.Utf8));
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
