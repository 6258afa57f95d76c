using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Tests.Datasets.Contract;

/// <summary>Each declaration says what the contract says, to the letter and in its order.</summary>
public sealed class FirstReleaseTests
{
    private static IEnumerable<string> Names => FirstRelease.Datasets.Select(dataset => dataset.Name);

    [Test]
    public void There_are_seven_datasets_in_the_order_of_the_contract() =>
        Assert.That(DatasetCatalogue.All.Select(dataset => dataset.Name), Is.EqualTo(Names));

    [Test]
    public void There_are_twenty_indicators_and_no_two_share_a_code() =>
        Assert.That(DatasetCatalogue.Indicators.Select(pair => pair.Indicator.Code).Distinct().ToList(), Has.Count.EqualTo(20).And.Count.EqualTo(DatasetCatalogue.Indicators.Count));

    [Test]
    public void Every_dataset_has_the_common_rules()
    {
        foreach (var dataset in DatasetCatalogue.All)
            Assert.That(dataset.AllRules.Take(FirstRelease.CommonRules.Count).Select(LineOf), Is.EqualTo(FirstRelease.CommonRules), dataset.Name);
    }

    [TestCaseSource(nameof(Names))]
    public void Its_sender_shape_key_day_and_breakdowns_are_those_of_the_contract(string name)
    {
        var (dataset, contract) = Both(name);

        Assert.That(string.Join(' ', dataset.Sectors), Is.EqualTo(contract.Sectors));
        Assert.That(ApiEnumNames.ToText(dataset.Shape), Is.EqualTo(contract.Shape));
        Assert.That(dataset.KeyField.Name, Is.EqualTo(contract.Key));
        Assert.That(dataset.CountedOnField?.Name ?? (dataset.Shape == DatasetShape.Snapshot ? "the day described" : "the period's last day"), Is.EqualTo(contract.CountedOn));
        Assert.That(dataset.CategoryMeaning, Is.EqualTo(contract.Category));
        Assert.That(dataset.TeamMeaning, Is.EqualTo(contract.Team));
    }

    [TestCaseSource(nameof(Names))]
    public void Its_fields_are_those_of_the_contract(string name)
    {
        var (dataset, contract) = Both(name);

        Assert.That(dataset.FieldList.Select(LineOf), Is.EqualTo(contract.Fields));
    }

    [TestCaseSource(nameof(Names))]
    public void Its_rules_are_those_of_the_contract(string name)
    {
        var (dataset, contract) = Both(name);

        Assert.That(dataset.RuleList.Select(LineOf), Is.EqualTo(contract.Rules));
    }

    [TestCaseSource(nameof(Names))]
    public void Its_indicators_are_those_of_the_contract(string name)
    {
        var (dataset, contract) = Both(name);

        Assert.That(dataset.Indicators.Select(LineOf), Is.EqualTo(contract.Indicators));
    }

    [Test]
    public void Every_figure_is_told_apart_by_locality_team_and_category_those_of_open_cases_by_the_child_too_and_the_average_caseload_by_team_only()
    {
        foreach (var (dataset, indicator) in DatasetCatalogue.Indicators)
        {
            string[] expected = indicator.Code == "average-caseload" ? ["team"]
                : dataset.Name == "open-cases" ? ["locality", "team", "category", "ethnicity", "sex", "age", "disability"]
                : ["locality", "team", "category"];
            Assert.That(dataset.GetDimensions(indicator), Is.EqualTo(expected.Prepend("sector").Prepend("agency")), indicator.Code);
        }
    }

    private static (Dataset Dataset, ContractedDataset Contract) Both(string name) => (DatasetCatalogue.Find(name)!, FirstRelease.Dataset(name));

    private static string LineOf(Rule rule) => $"{rule.Code} {ApiEnumNames.ToText(rule.Severity)} {rule.Summary}";

    private static string LineOf(Indicator indicator) => $"{indicator.Code} {ApiEnumNames.ToText(indicator.Unit)} {ApiEnumNames.ToText(indicator.Polarity)}";

    private static string LineOf(Field field) => field.Name + (field.IsRequired ? "* " : " ") + field.Type + field.Type switch
    {
        "text" => $" of {field.MaxLength}",
        "code" or "list of codes" => " " + string.Join(' ', field.Codes!.Select(code => code.Value)),
        "whole number" => field.Range.Most is { } most ? $" {field.Range.Least} to {most}" : $" {field.Range.Least} or more",
        "decimal" => $" over 0 to {field.Range.Most}",
        "date" => DaysAhead(field) switch { 0 => "", null => ", any", var days => $" up to {days} days ahead" },
        _ => "",
    };

    // Of a date field only, whose type names the record.
    private static int? DaysAhead(Field field) => (int?)field.GetType().GetProperty("Latest")!.GetValue(field);
}
