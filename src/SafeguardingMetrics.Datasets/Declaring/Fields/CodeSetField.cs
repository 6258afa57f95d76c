using System.Data.Common;
using System.Reflection;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Some codes of a list, each at most once: a JSON array, or a CSV cell with semicolons between. Kept in the list's own
/// order.
/// </summary>
/// <param name="property">The record's property: the codes with semicolons between.</param>
/// <param name="declared">What is declared of it: at most 32 codes, a bit each.</param>
public sealed class CodeSetField<TRecord>(
    PropertyInfo property, CodeSetAttribute declared) : PropertyField<TRecord, string>(property, declared)
{
    private readonly IReadOnlyList<Code> codes = declared.Codes;
    private readonly CodeLookup lookup = new(declared.Codes);
    private readonly string? alone = declared.Alone;

    /// <inheritdoc/>
    public override FieldType Type => FieldType.CodeSet;

    /// <inheritdoc/>
    public override string Expectation =>
        $"a list of {string.Join(", ", codes.Select(code => code.Value))}, each at most once"
        + (alone is null ? "" : $", {alone} only alone") + " (in CSV with ; between)";

    /// <inheritdoc/>
    public override string ColumnType => "NVARCHAR(160)";

    /// <inheritdoc/>
    public override IReadOnlyList<Code> Codes => codes;

    /// <inheritdoc/>
    public override bool IsOpen => false;

    /// <inheritdoc/>
    public override bool IsShown => true;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (value.Kind is not (FieldValueKind.Cell or FieldValueKind.List or FieldValueKind.Text)) return FieldError.WrongType;

        var (chosen, error) = (0u, FieldError.None);
        // A JSON list is given with semicolons; a cell may have commas or bars, and end with one.
        foreach (var range in value.Utf8.SplitAny(value.Kind == FieldValueKind.List ? ";"u8 : ";,|"u8))
        {
            var part = ValueText.Trim(value.Utf8[range]);
            if (part.IsEmpty && value.Kind != FieldValueKind.List) continue;
            var code = lookup.IndexOf(part);
            if (code < 0) code = ReadOtherwise(part, tools, ref error);
            if (code < 0 && chosen == 0 && MissingWord.Find(value.Utf8) != MissingWordKind.None) return SetMissing(value, record, tools);
            if (code < 0 || (chosen & (1u << code)) != 0) return FieldError.OutOfBounds;
            chosen |= 1u << code;
        }

        if (chosen == 0)
        {
            // Separators alone.
            Clear(record);
            return FieldError.Missing;
        }

        var text = string.Join(';', codes.Where((_, i) => (chosen & (1u << i)) != 0).Select(code => code.Value));
        if (alone is not null && text != alone && text.Split(';').Contains(alone)) return FieldError.OutOfBounds;
        SetValue(record, text);
        return error;
    }

    private int ReadOtherwise(ReadOnlySpan<byte> part, FieldReadContext tools, ref FieldError error)
    {
        var (code, isLabel) = lookup.FindOtherwise(part);
        if (code is null) return -1;
        if (isLabel)
        {
            tools.Note = new ValueNote(ValueNoteKind.Label, Encoding.UTF8.GetString(part), code);
            error = FieldError.TakenWithNote;
        }

        return lookup.IndexOf(Encoding.UTF8.GetBytes(code));
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
