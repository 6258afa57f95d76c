using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Tests.Datasets.Examples;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>
/// Writes the rule book: every dataset's fields, rules and indicators, from the declarations that the service runs.
/// </summary>
internal static class RuleBook
{
    private const string Beginning = """
        # The rule book

        Every kind of return, with its fields, the rules that each record is held to, and the figures made of it. This page is written from
        the declarations under `src/SafeguardingMetrics.Datasets`, which the service runs; a test fails where the two differ.

        - A record that breaks a rule of severity **error** is left out and listed; one that breaks a **query** is kept and flagged.
        - A rule that needs a value that is missing or cannot be read is not judged on that record: only `R01` to `R03` speak.
        - A record has at most one finding of a rule of its dataset; it names the first field at fault.
        - *Received* is the day in England on which the return arrived. *Working days* from one day to another are those after the first,
          up to and including the second: the same day is 0. Saturdays, Sundays and England's bank holidays do not count,
          nor do those that the partnership's administrator has added (`GET /v1/bank-holidays`).
        - `*` marks a required field. In CSV a list has `;` between its values, and true and false may be written 1/0, yes/no or y/n.

        """;

    public static string Write() => string.Join('\n', [
        Beginning,
        .. DatasetCatalogue.All.Select(dataset => $"- [{dataset.Title}](#{Anchor(dataset.Title)}): `{dataset.Name}`"),
        "",
        "## Rules of every dataset",
        "",
        .. RulesOf(CommonRules.All),
        .. DatasetCatalogue.All.SelectMany(SectionOf),
        ""]);

    private static IEnumerable<string> SectionOf(Dataset dataset) =>
    [
        "",
        $"## {dataset.Title}",
        "",
        $"`{dataset.Name}`. {dataset.Summary}",
        "",
        $"- Sent by {string.Join(", ", dataset.Sectors)}.",
        dataset.Shape == DatasetShape.Snapshot
            ? "- A snapshot: its period is the one day that it describes."
            : $"- An activity, over a period of days: a record counts on "
                + $"{(dataset.CountedOnField is { } day ? $"`{day.Name}`" : "the last of them")}.",
        $"- Key: `{dataset.KeyField.Name}`. Broken down by {string.Join(", ", dataset.BreakdownList.Select(Describe))}.",
        .. CommonRuleScope.FindInapplicable(dataset).Select(rule => $"- `{rule.Rule.Code}` does not apply: {rule.Reason}"),
        $"- To try: [{dataset.Name}.json](samples/{dataset.Name}.json), [{dataset.Name}.csv](samples/{dataset.Name}.csv).",
        "",
        "| field | type | what it holds | values | example |",
        "|---|---|---|---|---|",
        .. dataset.FieldList
            .Select(field =>
                $"| `{field.Name}`{(field.IsRequired ? "*" : "")} | {field.Type.ToText()} | {field.Description} | {ValuesOf(field)} | "
                + $"`{field.Example}` |"),
        "",
        .. RulesOf(dataset.RuleList),
        .. dataset.Indicators.SelectMany(indicator => SectionOf(dataset, indicator)),
    ];

    private static IEnumerable<string> SectionOf(Dataset dataset, Indicator indicator) =>
    [
        "",
        $"### {indicator.Title}",
        "",
        $"`{indicator.Code}`. {indicator.Summary}",
        "",
        $"- Topic: {indicator.Topic.Title}.",
        $"- Numerator: {indicator.Numerator.Meaning}.",
        $"- Denominator: {indicator.Denominator.Meaning}.",
        $"- Unit: {UnitOf(indicator)}; {ApiEnumNames.ToText(indicator.Polarity)} is better. By {string.Join(", ", indicator.Dimensions)}.",
        $"- Why: {indicator.Rationale}",
        $"- Limits: {indicator.Limitations}",
        $"- Source ({ApiEnumNames.ToText(indicator.Basis)}): "
        + $"{(indicator.Source.Address is { } address ? $"[{indicator.Source.Title}]({address})" : indicator.Source.Title)}.",
    ];

    private static IEnumerable<string> RulesOf(IEnumerable<Rule> rules) =>
    [
        "| rule | severity | dimension | sentence |",
        "|---|---|---|---|",
        .. rules
            .Select(rule =>
                $"| `{rule.Code}` | {ApiEnumNames.ToText(rule.Severity)} | {ApiEnumNames.ToText(rule.Dimension)} | {rule.Summary} |"),
    ];

    // A breakdown that the first release called team or category can be asked for by that word too.
    private static string Describe(Breakdown breakdown) => breakdown.Name == breakdown.Dimension
        ? $"`{breakdown.Name}`"
        : $"`{breakdown.Name}` (also `{breakdown.Dimension}`)";

    private static string UnitOf(Indicator indicator) => indicator.Unit switch
    {
        Unit.Percent => "percent, to one decimal place",
        Unit.Days => "working days; the value is the median, with the 90th centile beside it",
        _ => "cases, to one decimal place",
    };

    private static string ValuesOf(Field field)
    {
        if (field.Codes is not { } codes) return field.Expectation;
        var list = string.Join("<br>", codes.Select(code => $"`{code.Value}` {code.Meaning}"));
        // Of a list of codes the expectation also says how they may stand together, after it has named them.
        var together = field.Expectation.IndexOf("each at most once", StringComparison.Ordinal);
        return together < 0 ? list : $"{list}<br>{field.Expectation[together..]}";
    }

    // As the common renderers make them of a heading.
    private static string Anchor(string title) => title.ToLowerInvariant().Replace(' ', '-');
}
