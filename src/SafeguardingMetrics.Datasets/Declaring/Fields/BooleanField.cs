using System.Data.Common;
using System.Reflection;
using System.Text;
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
        if (MatchesAny(value.Utf8, "true", "1", "yes", "y", "t")) return SetValue(record, true);
        if (MatchesAny(value.Utf8, "false", "0", "no", "n", "f")) return SetValue(record, false);
        if (MissingWord.Find(value.Utf8) != MissingWordKind.None) return SetMissing(value, record, tools);
        // -1 is what Access writes for true; 1.0 is what a column with gaps becomes in pandas.
        if (!NumberText.TryRead(value.Utf8, out var number)) return FieldError.WrongType;
        return number is 0 ? SetValue(record, false) : number is 1 or -1 ? SetValue(record, true) : FieldError.WrongType;
    }

    /// <inheritdoc/>
    public override object? GetStoredValue(TRecord record) => BoxedValues.Box(Get(record));

    /// <inheritdoc/>
    protected override bool? ReadColumn(DbDataReader row, int column) => row.GetBoolean(column);

    private static bool MatchesAny(ReadOnlySpan<byte> utf8, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Ascii.EqualsIgnoreCase(utf8, word)) return true;
        return false;
    }
}
