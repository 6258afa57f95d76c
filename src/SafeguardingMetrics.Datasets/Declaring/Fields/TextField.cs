using System.Data.Common;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// A short text such as a locality or a team. Spaces around it are dropped, so that members of a breakdown agree.
/// </summary>
/// <param name="property">The record's property.</param>
/// <param name="declared">What is declared of it.</param>
public sealed class TextField<TRecord>(PropertyInfo property, TextAttribute declared) : PropertyField<TRecord, string>(property, declared)
{
    private readonly int maxLength = declared.MaxLength;

    /// <inheritdoc/>
    public override FieldType Type => FieldType.Text;

    /// <inheritdoc/>
    public override string Expectation => $"text in UTF-8 of at most {maxLength} characters, on one line, without an NHS number or UPN";

    /// <inheritdoc/>
    public override string ColumnType => $"NVARCHAR({2 * maxLength})";

    /// <inheritdoc/>
    public override int? MaxLength => maxLength;

    /// <inheritdoc/>
    public override bool IsShown => false;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (!value.IsText || tools.Texts.GetOrAdd(value.Utf8.Trim(" \t"u8)) is not { } text) return FieldError.WrongType;
        return text.Characters > maxLength || text.HoldsControl ? FieldError.OutOfBounds : SetValue(record, text.Value);
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
