using System.Data.Common;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// An NHS number or UPN: checked, turned into a keyed hash, and dropped. One whose check digit fails is flagged (<c>R06</c>) and kept
/// as unusable: the record still says that a child was named, and matches no other. One that stands for none is no value
/// (<c>R11</c>).
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
        if (!value.IsNumber) return FieldError.WrongType;
        // A column with gaps becomes one of decimals in pandas.
        var utf8 = value.Utf8.EndsWith(".0"u8) ? value.Utf8[..^2] : value.Utf8;
        Span<byte> normal = stackalloc byte[declared.Length];
        var passes = declared.TryNormalise(utf8, normal);
        if (PlaceholderIdentifier.IsOne(passes ? normal : utf8))
        {
            Clear(record);
            return FieldError.Placeholder;
        }

        if (passes) return SetValue(record, tools.Hash.Compute(Name, normal));
        if (MissingWord.Find(utf8) != MissingWordKind.None) return SetMissing(value, record, tools);
        SetValue(record, UnusableIdentifier.Create());
        return FieldError.CheckDigit;
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
