using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>The partnership beside others.</summary>
public static class ComparisonEndpoint
{
    /// <summary>Compare with England, the region and the statistical neighbours</summary>
    /// <remarks>
    /// The latest figure that has a value, of the intervals asked for, beside the benchmarks of a period. The two tools of the Department for Education show the neighbours differently, one their
    /// median and the other their mean: both are given and named. The quartile band is made of all local authorities that were loaded. The period compared with is the benchmarks', and may be
    /// longer ago and of another length than the figure's own: choose <c>interval</c> to match.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="period">The label of the benchmarks' period; the latest unless given.</param>
    /// <param name="from">The first day of figures, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day of figures, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="interval">How figures are cut; month unless given.</param>
    /// <param name="agency">Only what this agency sent.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <response code="200">The comparison; null where there is nothing to say.</response>
    public static async Task<Results<Ok<Comparison>, ProblemHttpResult>> Get(
        string code, string? period, string? from, string? to, string? interval, string? agency, string? knownAt, HttpContext http, Database database, IRequestClock clock)
    {
        if (DatasetCatalogue.FindIndicator(code) is not { } found) return ProblemCatalogue.NoSuchIndicator;
        var (query, why) = new FigureParameters(from, to, interval, null, agency, knownAt).ToQuery(found.Dataset, [found.Indicator], clock);
        if (query is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);

        return await database.ReadForReports<Results<Ok<Comparison>, ProblemHttpResult>>(async reading =>
        {
            var (own, problem) = await FigureReader.Read(reading, [found], query, http);
            if (own is null) return problem!;
            var benchmarks = await BenchmarkStore.List(reading, query.KnownAt, code, period);
            if (period is not null && benchmarks.Count == 0) return ProblemCatalogue.InvalidParameter.ToResult("period is the label of a period that GET /v1/benchmarks has of this indicator.");
            var latest = benchmarks.OrderBy(one => one.To).ThenBy(one => one.From).LastOrDefault()?.Period;
            // The partnership's own figures have a row for every interval, and there is always one.
            return TypedResults.Ok(Comparison.Create(own.LastOrDefault(row => row.Value is not null) ?? own[^1], [.. benchmarks.Where(one => one.Period == latest)], found.Indicator.Polarity));
        }, http.RequestAborted);
    }
}
