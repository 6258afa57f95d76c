using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>A figure over time, and whether it changed.</summary>
public static class ChartEndpoints
{
    /// <summary>Read an indicator's chart: real change or noise</summary>
    /// <remarks>
    /// One series, the total or one member of a breakdown, as an XmR chart in the way of NHS England's Making Data
    /// Count: the mean, process limits at 2.66 average moving ranges from it, and for each point the first of four
    /// rules that holds: <c>beyond-limit</c>; <c>trend</c>, seven points running each above the one before, or each
    /// below; <c>two-of-three</c>, of three points running on one side of the mean two between two thirds of the way to
    /// the limit and the limit; <c>shift</c>, seven points running on one side of the mean. <c>latest</c> says whether
    /// the latest point is a change to the better or the worse, and whether the process can be relied on to meet its
    /// target. Mean and limits are those of a baseline, the first twelve points where there are more, and stay as they are. With fewer than
    /// ten moving ranges, or where all points of the baseline are the same, there are none, and nothing is judged:
    /// <c>variationSentence</c> says why. An interval without a figure is a gap: it ends every run. An interval that is not
    /// complete is shown and not judged. Intervals that overlap (<c>rolling-12-months</c>, <c>to-date</c>) are refused, since
    /// points that share days are not independent. As CSV or xlsx, the points, with the same columns. Limits are not clipped:
    /// of a percentage they can be below 0 or above 100.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="asked">Which figures.</param>
    /// <param name="drawn">Of which member, and how the chart is drawn.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">The chart.</response>
    public static async Task<Results<Ok<Chart>, ChartTable, ProblemHttpResult>> Chart(
        string code, [AsParameters] FigureParameters asked, [AsParameters] ChartParameters drawn, [AsParameters] FigureServices services)
    {
        if (IndicatorCatalogue.Find(code) is not { } indicator) return ProblemCatalogue.NoSuchIndicator(code);
        if (drawn.Format is not (null or RowFormat.Json or RowFormat.Csv or RowFormat.Xlsx))
            return ProblemCatalogue.InvalidParameter.ToResult(RowFormat.InvalidDetail);
        if (drawn.By?.Contains(',', StringComparison.Ordinal) == true)
            return ProblemCatalogue.InvalidParameter.ToResult("by is one breakdown: a chart is of one member of it.");
        if (BreakdownParameters.ValidateBreakdown(drawn.By, indicator) is { } whyNotBy)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNotBy);
        var (selection, why) = asked.ToSelection(services.Clock, drawn.By);
        if (selection is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);
        var (settings, whyNotDrawn) = ChartSettings.Parse(drawn, selection.Interval);
        if (settings is null) return ProblemCatalogue.InvalidParameter.ToResult(whyNotDrawn!);

        var (chart, problem) = await services.Read(reading => ChartReader.Read(reading, services, selection, indicator, settings));
        if (chart is null) return problem!;
        return RowFormat.GetRequested(services.Http.Request) != RowFormat.Json ? new ChartTable(chart) : TypedResults.Ok(chart);
    }
}
