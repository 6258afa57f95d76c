using System.Globalization;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>
/// What agencies and boards are promised of a dataset, a line for each promise. A difference in this file is a change
/// of the contract, whatever else
/// changed.
/// </summary>
internal static class ContractFile
{
    /// <summary>The lines.</summary>
    public static string Write(Dataset dataset) => string.Concat(
    [
        $"dataset {dataset.Name} {ApiEnumNames.ToText(dataset.Shape)}, sent by {string.Join(", ", dataset.Sectors)}\n",
        $"key {dataset.KeyField.Name}\n",
        $"counted on {dataset.CountedOnField?.Name ?? "the period's last day"}\n",
        .. dataset.FieldList.Select(field => $"field {field.Name} {field.Type.ToText()}{Describe(field)}\n"),
        .. dataset.RuleList.Select(Write),
        .. dataset.BreakdownList.Select(breakdown => $"breakdown {breakdown.Name} stored as {breakdown.Dimension}: {breakdown.Meaning}\n"),
        .. dataset.Indicators
            .Select(indicator => $"indicator {indicator.Code} version {indicator.Version} {ApiEnumNames.ToText(indicator.Unit)}, "
            + $"{ApiEnumNames.ToText(indicator.Polarity)} is better, by {string.Join(' ', dataset.GetDimensions(indicator))}\n"),
    ]);

    /// <summary>The rules that every dataset has.</summary>
    public static string WriteCommon() => string.Concat(CommonRules.All.Select(Write));

    private static string Write(Rule rule) =>
        $"rule {rule.Code} {ApiEnumNames.ToText(rule.Severity)} {ApiEnumNames.ToText(rule.Dimension)}: {rule.Summary}\n";

    private static string Describe(Field field)
    {
        var (least, most) = field.Range;
        return string.Concat(
            field.IsRequired ? ", required" : field.IsExpected ? ", expected" : "",
            field.MaxLength is { } length ? $", at most {length} characters" : "",
            least is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {least} {(most is null ? "or more" : $"to {most}")}"),
            field.Type != FieldType.Date
                ? ""
                : field.DaysAhead switch { 0 => "", null => ", any day", var days => $", up to {days} days ahead" },
            field.IsOfChild ? ", of a child" : "",
            field.Codes is null ? "" : $": {string.Join(' ', field.Codes.Select(code => code.Value))}");
    }
}
