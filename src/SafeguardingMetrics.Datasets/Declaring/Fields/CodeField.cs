using System.Data.Common;
using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>One code of a list, exact to the letter.</summary>
public sealed class CodeField<TRecord>(Expression<Func<TRecord, string?>> of, IReadOnlyList<Code> codes) : PropertyField<TRecord, string>(of, null)
{
    private readonly CodeMatch match = new(codes);

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
    public override Fault Read(in FieldValue value, TRecord record, ReturnFacts facts, ReadingTools tools)
    {
        if (!value.IsText) return Fault.WrongType;
        return match.Find(value.Utf8) is { } code ? Take(record, code) : Fault.OutOfBounds;
    }

    /// <inheritdoc/>
    protected override string FromColumn(DbDataReader row, int column) => row.GetString(column);
}
