using System.Data.Common;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>One code of a list, exact to the letter.</summary>
/// <param name="property">The record's property.</param>
/// <param name="declared">What is declared of it.</param>
public sealed class CodeField<TRecord>(PropertyInfo property, CodesAttribute declared) : PropertyField<TRecord, string>(property, declared)
{
    private readonly CodeLookup lookup = new(declared.Codes);

    /// <inheritdoc/>
    public override FieldType Type => FieldType.Code;

    /// <inheritdoc/>
    public override string Expectation => $"one of {string.Join(", ", Codes.Select(code => code.Value))}";

    /// <inheritdoc/>
    public override string ColumnType => "NVARCHAR(40)";

    /// <inheritdoc/>
    public override IReadOnlyList<Code> Codes { get; } = declared.Codes;

    /// <inheritdoc/>
    public override Defaults? Defaults { get; } = CodeLists.FindDefaults(declared.NotKnown);

    /// <inheritdoc/>
    public override bool IsOpen => false;

    /// <inheritdoc/>
    public override bool IsShown => true;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (!value.IsText) return FieldError.WrongType;
        return lookup.Find(value.Utf8) is { } code ? SetValue(record, code) : FieldError.OutOfBounds;
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
