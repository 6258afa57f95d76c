using System.Data.Common;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// An NHS number or UPN: checked, turned into a keyed hash, and dropped. One whose check digit fails is hashed as it
/// stands and flagged (<c>R06</c>), so that the record still says that a child was named.
/// </summary>
/// <param name="property">The record's property, which holds the hash.</param>
/// <param name="declared">Which identifier it is.</param>
public sealed class HashedField<TRecord>(
    PropertyInfo property, HashedIdAttribute declared) : PropertyField<TRecord, string>(property, declared, declared.Name)
{
    /// <inheritdoc/>
    public override FieldType Type => FieldType.HashedIdentifier;

    /// <inheritdoc/>
    public override string Expectation => declared.Expectation;

    /// <inheritdoc/>
    public override string ColumnType => "CHAR(43)";

    /// <inheritdoc/>
    public override bool IsShown => false;

    /// <inheritdoc/>
    public override bool IsHashed => true;

    /// <inheritdoc/>
    public override bool IsOfChild => true;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        // JSON writers that hold the number as a number lose nothing: no identifier of either kind begins with a
        // nought.
        if (!value.IsText && !value.IsNumber) return FieldError.WrongType;
        Span<byte> normal = stackalloc byte[declared.Length];
        var passes = declared.TryNormalise(value.Utf8, normal);
        SetValue(record, tools.Hash.Compute(Name, passes ? normal : value.Utf8));
        return passes ? FieldError.None : FieldError.CheckDigit;
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
