using System.Data.Common;
using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>One code of a list, exact to the letter.</summary>
public sealed class CodeField<TRecord>(Expression<Func<TRecord, string?>> of, IReadOnlyList<Code> codes) : PropertyField<TRecord, string>(of, null)
{
    private readonly CodeLookup match = new(codes);

    /// <inheritdoc/>
    public override string Type => "code";

    /// <inheritdoc/>
    public override string Expectation => $"one of {string.Join(", ", codes.Select(code => code.Value))}";

    /// <inheritdoc/>
    public override string ColumnType => "NVARCHAR(40)";

    /// <inheritdoc/>
    public override IReadOnlyList<Code> Codes => codes;

    /// <inheritdoc/>
    public override bool IsOpen => false;

    /// <inheritdoc/>
    public override bool IsShown => true;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        if (!value.IsText) return FieldError.WrongType;
        return match.Find(value.Utf8) is { } code ? SetValue(record, code) : FieldError.OutOfBounds;
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
