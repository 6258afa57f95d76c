using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns;

/// <summary>The query parameters of the list of returns.</summary>
public sealed record ReturnListParameters
{
    /// <summary>Only this agency's.</summary>
    [FromQuery(Name = "agency")]
    public string? Agency { get; init; }

    /// <summary>Only this dataset.</summary>
    [FromQuery(Name = "dataset")]
    public string? Dataset { get; init; }

    /// <summary>
    /// Only with this status: <c>accepted</c>, <c>accepted-with-findings</c>, <c>held</c>, <c>rejected</c>,
    /// <c>superseded</c>, <c>withdrawn</c> or <c>expired</c>.
    /// </summary>
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>Only those whose period ends on this day or later, YYYY-MM-DD.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Only those whose period begins on this day or earlier, YYYY-MM-DD.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>How many returns a page has, 1 to 1000. If you leave it out: 100.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Where the page begins: take it from the address in <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">Which returns are asked for.</param>
    /// <param name="size">How many a page has.</param>
    /// <returns>Null, or the problem with a parameter.</returns>
    internal ProblemHttpResult? Parse(out ReturnQuery query, out int size)
    {
        query = new ReturnQuery(Agency, Dataset, Status);
        if (!Page.TryParseSize(Limit, out size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        if (!QueryParameters.TryParseDay(From, out var from))
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from"));
        if (!QueryParameters.TryParseDay(To, out var to))
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("to"));
        if (Dataset is not null && DatasetCatalogue.Find(Dataset) is null)
            return ProblemCatalogue.InvalidParameter.ToResult("dataset is one that GET /v1/datasets lists.");
        if (Status is not null && !ReturnStatus.All.Contains(Status))
            return ProblemCatalogue.InvalidParameter.ToResult($"status is one of {string.Join(", ", ReturnStatus.All)}.");
        query = query with { From = from, To = to };
        if (Cursor is null) return null;
        if (SafeguardingMetrics.Http.Answers.Cursor.Decode(Cursor, 2) is not [var at, var id]
            || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return ProblemCatalogue.InvalidParameter.ToResult(SafeguardingMetrics.Http.Answers.Cursor.InvalidCursorDetail);
        query = query with { AfterAt = instant, AfterId = id };
        return null;
    }
}
