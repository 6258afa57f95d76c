using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>The partnership beside others.</summary>
public static class ComparisonEndpoint
{
    /// <summary>Compare with England, the region and the statistical neighbours</summary>
    /// <remarks>
    /// The latest figure that has a value, of the intervals asked for, beside the benchmarks of a period. The two tools
    /// of the Department for Education show the neighbours differently, one their median and the other their mean: both
    /// are given and named. The quartile band is made of all local authorities that were loaded. The period compared
    /// with is the benchmarks', and may be longer ago and of another length than the figure's own: choose
    /// <c>interval</c> to match.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="period">The label of the benchmarks' period. If you leave it out: the latest.</param>
    /// <param name="asked">Which figures of the partnership.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">The comparison; a number is null where there is nothing to compare.</response>
    public static async Task<Results<Ok<Comparison>, ProblemHttpResult>> Get(
        string code, string? period, [AsParameters] FigureParameters asked, [AsParameters] FigureServices services)
    {
        if (IndicatorCatalogue.Find(code) is not { } indicator) return ProblemCatalogue.NoSuchIndicator(code);
        var (selection, why) = asked.ToSelection(services.Clock);
        if (selection is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);

        return await services.Read<Results<Ok<Comparison>, ProblemHttpResult>>(async reading =>
        {
            var (own, problem) = await services.Figures.Read(reading, selection, [indicator], services.SeesFullFigures());
            if (own is null) return problem!;
            var benchmarks = await BenchmarkStore.List(reading, selection.KnownAt, code, period);
            if (period is not null && benchmarks.Count == 0)
                return ProblemCatalogue.InvalidParameter.ToResult(
                    "period is the label of a period that GET /v1/benchmarks has of this indicator.");
            var latest = benchmarks.OrderBy(one => one.To).ThenBy(one => one.From).LastOrDefault()?.Period;
            // The partnership's own figures have a row for every interval, and there is always one.
            var figure = own.LastOrDefault(row => row.Level is not null) ?? own[^1];
            return TypedResults.Ok(Comparison.Create(figure, [.. benchmarks.Where(one => one.Period == latest)], indicator.Polarity));
        });
    }
}
