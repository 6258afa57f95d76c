using System.Data.Common;
using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>Some codes of a list, each at most once: a JSON array, or a CSV cell with semicolons between. Kept in the list's own order.</summary>
/// <param name="of">The property: the codes with semicolons between.</param>
/// <param name="codes">The list; at most 32 codes.</param>
/// <param name="alone">A code that must stand alone, such as "none of these".</param>
public sealed class CodeListField<TRecord>(Expression<Func<TRecord, string?>> of, IReadOnlyList<Code> codes, string? alone) : PropertyField<TRecord, string>(of, null)
{
    private readonly CodeLookup match = new(codes);

    /// <inheritdoc/>
    public override string Type => "list of codes";

    /// <inheritdoc/>
    public override string Expectation =>
        $"a list of {string.Join(", ", codes.Select(code => code.Value))}, each at most once{(alone is null ? "" : $", {alone} only alone")} (in CSV with ; between)";

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
            var code = match.IndexOf(value.Utf8[part].Trim((byte)' '));
            if (code < 0 || (chosen & (1u << code)) != 0) return FieldError.OutOfBounds;
            chosen |= 1u << code;
        }

        var text = string.Join(';', codes.Where((_, i) => (chosen & (1u << i)) != 0).Select(code => code.Value));
        return alone is not null && text != alone && text.Split(';').Contains(alone) ? FieldError.OutOfBounds : SetValue(record, text);
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
