using System.Data.Common;
using System.Linq.Expressions;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>True or false; in CSV also <c>1/0</c>, <c>yes/no</c> and <c>y/n</c>, in any case.</summary>
public sealed class BooleanField<TRecord>(Expression<Func<TRecord, bool?>> of) : PropertyField<TRecord, bool?>(of, null)
{
    /// <inheritdoc/>
    public override string Type => "boolean";

    /// <inheritdoc/>
    public override string Expectation => "true or false (in CSV also 1/0, yes/no, y/n)";

    /// <inheritdoc/>
    public override string ColumnType => "BIT";

    /// <inheritdoc/>
    public override bool IsOpen => false;

    /// <inheritdoc/>
    public override bool IsShown => true;

    /// <inheritdoc/>
    public override Fault Read(in FieldValue value, TRecord record, ReturnFacts facts, ReadingTools tools) => value.Written switch
    {
        Written.True => Take(record, true),
        Written.False => Take(record, false),
        Written.Cell when Is(value.Utf8, "true", "1", "yes", "y") => Take(record, true),
        Written.Cell when Is(value.Utf8, "false", "0", "no", "n") => Take(record, false),
        _ => Fault.WrongType,
    };

    /// <inheritdoc/>
    public override object? Stored(TRecord record) => Boxed.Of(Get(record));

    /// <inheritdoc/>
    protected override bool? FromColumn(DbDataReader row, int column) => row.GetBoolean(column);

    private static bool Is(ReadOnlySpan<byte> utf8, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Ascii.EqualsIgnoreCase(utf8, word)) return true;
        return false;
    }
}
