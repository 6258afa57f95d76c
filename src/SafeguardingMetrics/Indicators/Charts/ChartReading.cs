using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Measures;
using SafeguardingMetrics.Indicators.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>Reads the series of a chart.</summary>
internal static class ChartReading
{
    /// <summary>The chart of the figures asked for.</summary>
    public static async Task<Chart> Read(Reading reading, FigureQuery query, ChartParameters parameters)
    {
        // The rows as a reader may see them, of all members: what is hidden from one depends on the others. The chart knows nothing else of the figures.
        var rows = (await FigureReading.Read(reading, query)).Select(figure => IndicatorValue.Of(query, figure)).ToList();
        var today = London.DayOf(query.Knowledge);
        // A snapshot's figure is whole on any day; an activity's has no more than the returns have brought.
        var ofSeries = query with { Agency = query.By == Dimension.Agency ? parameters.Member : query.Agency };
        var reached = query.Dataset.Shape == Shape.Snapshot ? today : await FigureStore.LastDay(reading, ofSeries) ?? DateOnly.MinValue;
        return ChartDrawing.Of(query, parameters, rows, reached < today ? reached : today);
    }
}
