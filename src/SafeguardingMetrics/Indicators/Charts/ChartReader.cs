using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>Reads the figures of a chart and builds the chart.</summary>
internal static class ChartReader
{
    /// <summary>The chart of the selected figures, or the problem why there is none.</summary>
    public static async Task<(Chart? Chart, ProblemHttpResult? Problem)> Read(
        ReadSession reading, FigureQuery query, ChartParameters parameters, HttpContext http)
    {
        // The figures after disclosure control: a chart is built from what the caller may see, and from nothing else.
        var (rows, problem) = await FigureReader.Read(reading, [(query.Dataset, query.Indicators[0])], query, http);
        if (rows is null) return (null, problem);
        var today = London.DayOf(query.Knowledge);
        // A snapshot's figure is complete on any day. An activity's figure is complete only up to the last day that
        // returns cover.
        var ofSeries = query with { Agency = query.By == Dimension.Agency ? parameters.Member : query.Agency };
        var reached = query.Dataset.Shape == DatasetShape.Snapshot
            ? today
            : await FigureStore.FindLastDay(reading, ofSeries) ?? DateOnly.MinValue;
        return (SpcChartBuilder.Build(query, parameters, rows, reached < today ? reached : today), null);
    }
}
