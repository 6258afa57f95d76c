using System.Data.Common;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;

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
        if (value.Kind is not (FieldValueKind.Cell or FieldValueKind.List)) return FieldError.WrongType;

        var chosen = 0u;
        foreach (var part in value.Utf8.Split((byte)';'))
        {
            var code = lookup.IndexOf(value.Utf8[part].Trim((byte)' '));
            if (code < 0 || (chosen & (1u << code)) != 0) return FieldError.OutOfBounds;
            chosen |= 1u << code;
        }

        var text = string.Join(';', codes.Where((_, i) => (chosen & (1u << i)) != 0).Select(code => code.Value));
        return alone is not null && text != alone && text.Split(';').Contains(alone) ? FieldError.OutOfBounds : SetValue(record, text);
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
