using System.Data.Common;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>True or false; in CSV also <c>1/0</c>, <c>yes/no</c> and <c>y/n</c>, in any case.</summary>
/// <param name="property">The record's property.</param>
/// <param name="declared">What is declared of it.</param>
public sealed class BooleanField<TRecord>(
    PropertyInfo property, YesNoAttribute declared) : PropertyField<TRecord, bool?>(property, declared)
{
    /// <inheritdoc/>
    public override FieldType Type => FieldType.Boolean;

    /// <inheritdoc/>
    public override string Expectation => "true or false (in CSV also 1/0, yes/no, y/n)";

    /// <inheritdoc/>
    public override string ColumnType => "BIT";

    /// <inheritdoc/>
    public override bool IsOpen => false;

    /// <inheritdoc/>
    public override bool IsShown => true;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools) => value.Kind switch
    {
        FieldValueKind.True => SetValue(record, true),
        FieldValueKind.False => SetValue(record, false),
        FieldValueKind.Cell or FieldValueKind.Text or FieldValueKind.Number => ReadText(value, record, tools),
        _ => FieldError.WrongType,
    };

    private FieldError ReadText(in FieldValue value, TRecord record, FieldReadContext tools)
    {
        if (TruthText.Find(value) is { } truth) return SetValue(record, truth);
        return MissingWord.Find(value.Utf8) != MissingWordKind.None ? SetMissing(value, record, tools) : FieldError.WrongType;
    }

    /// <inheritdoc/>
    public override object? GetStoredValue(TRecord record) => BoxedValues.Box(Get(record));

    /// <inheritdoc/>
    protected override bool? ReadColumn(DbDataReader row, int column) => row.GetBoolean(column);
}
