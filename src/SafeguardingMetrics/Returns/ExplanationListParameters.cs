using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Returns.Explanations;

namespace SafeguardingMetrics.Returns;

/// <summary>The query parameters of the list of explanations.</summary>
public sealed record ExplanationListParameters
{
    /// <summary>Only this agency's.</summary>
    [FromQuery(Name = "agency")]
    public string? Agency { get; init; }

    /// <summary>Only this dataset.</summary>
    [FromQuery(Name = "dataset")]
    public string? Dataset { get; init; }

    /// <summary>Only of this rule.</summary>
    [FromQuery(Name = "rule")]
    public string? Rule { get; init; }

    /// <summary>
    /// <c>true</c> to include those that were ended, or whose day has passed. If you leave it out: <c>false</c>.
    /// </summary>
    [FromQuery(Name = "history")]
    public string? History { get; init; }

    /// <summary>How many explanations a page has, 1 to 1000. If you leave it out: 100.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Where the page begins: take it from the address in <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Reads the parameters.</summary>
    /// <param name="today">The present day in England.</param>
    /// <param name="query">Which explanations are asked for.</param>
    /// <param name="size">How many a page has.</param>
    /// <returns>Null, or the problem with a parameter.</returns>
    internal ProblemHttpResult? Parse(DateOnly today, out ExplanationQuery query, out int size)
    {
        query = new ExplanationQuery(Agency, Dataset, Rule, History == "true", today);
        if (!Page.TryParseSize(Limit, out size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        if (History is not (null or "true" or "false")) return ProblemCatalogue.InvalidParameter.ToResult("history is true or false.");
        if (Dataset is not null && DatasetCatalogue.Find(Dataset) is null)
            return ProblemCatalogue.InvalidParameter.ToResult(
                NameAdvice.Describe("dataset is one that GET /v1/datasets lists", Dataset, DatasetCatalogue.All.Select(one => one.Name)));
        var rules = DatasetCatalogue.All.SelectMany(dataset => dataset.AllRules).Select(rule => rule.Code).Distinct().ToList();
        if (Rule is not null && !rules.Contains(Rule))
            return ProblemCatalogue.InvalidParameter.ToResult(NameAdvice.Describe("rule is the code of a rule", Rule, rules));
        if (Cursor is null) return null;
        if (SafeguardingMetrics.Http.Answers.Cursor.Decode(Cursor, 2) is not [var at, var id]
            || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return ProblemCatalogue.InvalidParameter.ToResult(SafeguardingMetrics.Http.Answers.Cursor.InvalidCursorDetail);
        query = query with { AfterAt = instant, AfterId = id };
        return null;
    }
}
