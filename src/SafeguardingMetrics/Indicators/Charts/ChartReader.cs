using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Releases.Reading;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>Reads the figures of a chart and builds the chart.</summary>
internal static class ChartReader
{
    /// <summary>The chart of an indicator's selected figures, or the problem why there is none.</summary>
    public static async Task<(Chart? Chart, ProblemHttpResult? Problem)> Read(
        ReadSession reading, FigureServices services, FigureSelection selection, Indicator indicator, ChartSettings settings)
    {
        // A chart is built from what the caller may see, and from nothing else.
        var (rows, problem) = await services.Figures.Read(reading, selection, [indicator], services.SeesFullFigures());
        if (rows is null) return (null, problem);
        if (settings.Member is { } member && rows.All(row => row.Member != member)
            && await MemberLookup.FindUnknown(
                reading, selection, indicator, new() { By = selection.By, Member = member }, services.SeesFullFigures()) is { } unknown)
            return (null, unknown);

        if (!services.SeesFullFigures() && ReleasedFigureReader.IsOfReleases(selection))
        {
            var last = rows.Where(row => row.ReleasedAt is not null).Select(row => row.To).DefaultIfEmpty(DateOnly.MinValue).Max();
            return (SpcChartBuilder.Build(selection, indicator, settings, rows, last), null);
        }

        var reached = London.DayOf(selection.Knowledge);
        var ofSeries = selection with { Agency = selection.By == Dimension.Agency ? settings.Member : selection.Agency };
        // A snapshot's figure is complete on any day. An activity's figure is complete only up to the last day that
        // returns cover.
        foreach (var query in CountQuery.FromIndicators(ofSeries, [indicator]).Where(query => query.Dataset.Shape == DatasetShape.Activity))
            if ((await FigureStore.FindLastDay(reading, query) ?? DateOnly.MinValue) is var last && last < reached) reached = last;
        return (SpcChartBuilder.Build(selection, indicator, settings, rows, reached), null);
    }
}
