using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>A figure over time, and whether it changed.</summary>
public static class ChartEndpoints
{
    /// <summary>Read an indicator's chart: real change or noise</summary>
    /// <remarks>
    /// One series, the total or one member of a breakdown, as an XmR chart in the way of NHS England's Making Data Count: the mean, process limits at 2.66
    /// average moving ranges from it, and for each point the first of four rules that holds: <c>beyond-limit</c>; <c>trend</c>, seven points running each above the one before, or
    /// each below; <c>two-of-three</c>, of three points running on one side of the mean two between two thirds of the way to the limit and the limit; <c>shift</c>, seven points running on one side of
    /// the mean. <c>latest</c> says whether the latest point is a change to the better or the worse, and whether the process can be relied on to meet its target. An interval without a figure is a gap: it
    /// ends every run. An interval that is not complete is shown and not judged. As CSV, the points, with the same columns. Limits are not clipped: of a percentage they can be below 0 or above 100.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="from">The first day, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="interval">How time is cut, month unless given. Intervals that overlap are refused: points that share days are not independent of each other.</param>
    /// <param name="by">One of the indicator's dimensions: what <c>member</c> is a member of.</param>
    /// <param name="member">The member of the breakdown; needed with <c>by</c>, and needs it.</param>
    /// <param name="agency">Only what this agency sent.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <param name="rebase">Days on which the process is known to have changed, with commas between: with the first interval that begins on or after each a new stretch begins, with a mean and limits of its own.</param>
    /// <param name="baseline">The mean and the limits of each stretch are made of its first so many points, 12 or more; of all of them unless given.</param>
    /// <param name="screen"><c>true</c> leaves moving ranges of 3.267 times their average or more out of the limits, as the R package of the NHS-R Community does; <c>false</c>, as NHS England's tool does, unless given.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The chart.</response>
    public static async Task<Results<Ok<Chart>, ChartTable, ProblemHttpResult>> Chart(
        string code, string? from, string? to, string? interval, string? by, string? member, string? agency, string? knownAt, string? rebase, string? baseline, string? screen, string? format,
        HttpContext http, Database database, IRequestClock clock)
    {
        if (DatasetCatalogue.FindIndicator(code) is not { } found) return ProblemCatalogue.NoSuchIndicator;
        if (format is not (null or RowFormat.Json or RowFormat.Csv)) return ProblemCatalogue.InvalidParameter.ToResult("format is json or csv.");
        if (by?.Contains(',', StringComparison.Ordinal) == true) return ProblemCatalogue.InvalidParameter.ToResult("by is one breakdown: a chart is of one member of it.");
        if (FigureParameters.ValidateBreakdown(by, found) is { } whyNotBy) return ProblemCatalogue.InvalidParameter.ToResult(whyNotBy);
        var (query, why) = new FigureParameters(from, to, interval, by, agency, knownAt).ToQuery(found.Dataset, [found.Indicator], clock);
        if (query is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);
        var (parameters, whyNotDrawn) = ChartParameters.Parse(by, member, interval, rebase, baseline, screen);
        if (parameters is null) return ProblemCatalogue.InvalidParameter.ToResult(whyNotDrawn!);

        var (chart, problem) = await database.ReadForReports(reading => ChartReader.Read(reading, query, parameters, http), http.RequestAborted);
        if (chart is null) return problem!;
        return RowFormat.GetRequested(http.Request) == RowFormat.Csv ? new ChartTable(chart) : TypedResults.Ok(chart);
    }
}
