using System.Data.Common;
using System.Reflection;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>One code of a list, in any letter case; its label is read as the code.</summary>
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
        if (lookup.Find(value.Utf8) is { } code && value.IsSingle) return SetValue(record, code);
        return value.Kind is FieldValueKind.Cell or FieldValueKind.Text or FieldValueKind.Number
            ? ReadOtherwise(value, record, tools)
            : FieldError.WrongType;
    }

    private FieldError ReadOtherwise(in FieldValue value, TRecord record, FieldReadContext tools)
    {
        var (code, isLabel) = lookup.FindOtherwise(value.Utf8);
        if (code is null)
            return MissingWord.Find(value.Utf8) == MissingWordKind.None ? FieldError.OutOfBounds : SetMissing(value, record, tools);
        SetValue(record, code);
        if (!isLabel) return FieldError.None;
        tools.Note = new ValueNote(ValueNoteKind.Label, Encoding.UTF8.GetString(value.Utf8), code);
        return FieldError.TakenWithNote;
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
