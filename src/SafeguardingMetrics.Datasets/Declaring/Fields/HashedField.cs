using System.Data.Common;
using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// An NHS number or UPN: checked, turned into a keyed hash, and dropped. One whose check digit fails is hashed as it stands and
/// flagged (<c>R06</c>), so that the record still says that a child was named.
/// </summary>
public sealed class HashedField<TRecord> : PropertyField<TRecord, string>
{
    private readonly Normalise normalise;
    private readonly int length;

    private HashedField(Expression<Func<TRecord, string?>> of, string name, string expectation, Normalise normalise, int length)
        : base(of, name)
    {
        Expectation = expectation;
        this.normalise = normalise;
        this.length = length;
    }

    private delegate bool Normalise(ReadOnlySpan<byte> utf8, Span<byte> normal);

    /// <inheritdoc/>
    public override string Type => "hashed identifier";

    /// <inheritdoc/>
    public override string Expectation { get; }

    /// <inheritdoc/>
    public override string ColumnType => "CHAR(43)";

    /// <inheritdoc/>
    public override bool IsShown => false;

    /// <inheritdoc/>
    public override bool IsHashed => true;

    /// <summary>A field for an NHS number.</summary>
    public static HashedField<TRecord> CreateForNhsNumber(Expression<Func<TRecord, string?>> of, string description) =>
        new(of, "nhsNumber", "an NHS number: ten digits, the last a check digit", NhsNumber.TryNormalise, 10) { Description = description, Example = "9990000018" };

    /// <summary>A field for a unique pupil number.</summary>
    public static HashedField<TRecord> CreateForUpn(Expression<Func<TRecord, string?>> of, string description) =>
        new(of, "upn", "a UPN: a check letter and twelve characters", Upn.TryNormalise, 13) { Description = description, Example = "H801200001001" };

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        // JSON writers that hold the number as a number lose nothing: no identifier of either kind begins with a nought.
        if (!value.IsText && !value.IsNumber) return FieldError.WrongType;
        Span<byte> normal = stackalloc byte[length];
        var passes = normalise(value.Utf8, normal);
        SetValue(record, tools.Hash.Compute(Name, passes ? normal : value.Utf8));
        return passes ? FieldError.None : FieldError.CheckDigit;
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
