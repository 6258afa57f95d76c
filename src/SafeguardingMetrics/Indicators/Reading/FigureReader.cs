using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Populations;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Releases.Reading;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Indicators.Reading;

/// <summary>
/// Reads figures as their reader may see them: in full, or as they were released. Everything that shows figures takes them from
/// here.
/// </summary>
/// <param name="meter">Counts the figures that were read.</param>
/// <param name="counter">Counts the figures that the answer to the request shows.</param>
public sealed class FigureReader(ServiceMeter meter, FigureCounter counter)
{
    internal const int MostRows = 50_000;

    /// <summary>The problems that a reading of figures can end in.</summary>
    public static IReadOnlyList<Problem> Problems { get; } =
    [
        ProblemCatalogue.TooManyFigures,
        ProblemCatalogue.FullFiguresOnly,
        ProblemCatalogue.DefinitionChanged,
        ProblemCatalogue.NoLongerKept,
    ];

    /// <summary>
    /// Why the reader may not ask for such figures, or asks for an agency that there is not; null where the question
    /// can be answered.
    /// </summary>
    public static async Task<ProblemHttpResult?> FindRefusal(
        ReadSession reading, FigureSelection selection, IReadOnlyList<Indicator> indicators, bool seesFullFigures)
    {
        if (!seesFullFigures
            && indicators.Select(indicator => ReleasedFigureReader.FindRefusal(selection, indicator)).FirstOrDefault(why => why is not null)
                is { } notReleased)
            return ProblemCatalogue.FullFiguresOnly.ToResult($"{notReleased} This takes the permission {Permission.ReadFullFigures}.");
        return await AgencyLookup.FindUnknown(reading, selection.Agency);
    }

    /// <summary>The rows of indicators, one indicator after another, or why there are none.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="selection">Which figures are asked for.</param>
    /// <param name="indicators">The indicators, made of counts of any datasets.</param>
    /// <param name="seesFullFigures">True where the reader may see every number; otherwise small numbers are
    /// protected.</param>
    public async Task<(IReadOnlyList<IndicatorValue>? Rows, ProblemHttpResult? Problem)> Read(
        ReadSession reading, FigureSelection selection, IReadOnlyList<Indicator> indicators, bool seesFullFigures)
    {
        if (await FindRefusal(reading, selection, indicators, seesFullFigures) is { } refusal) return (null, refusal);

        var targets = new TargetLookup(await TargetStore.List(reading, selection.KnownAt));
        var rows = new Dictionary<string, List<IndicatorValue>>(StringComparer.Ordinal);
        if (!seesFullFigures && ReleasedFigureReader.IsOfReleases(selection))
            await AddReleasedRows(reading, selection, indicators, targets, rows);
        else if (await AddFullRows(reading, selection, indicators, targets, rows) is { } problem)
            return (null, problem);
        if (rows.Values.Sum(list => list.Count) > MostRows) return (null, TooMany);

        IReadOnlyList<IndicatorValue> shown = [.. indicators.SelectMany(indicator => rows.GetValueOrDefault(indicator.Code) ?? [])];
        meter.RecordFiguresRead(shown.Count);
        counter.Count = shown.Count;
        if (selection.SecondBy is not null || !Population.Dimensions.Contains(selection.By)) return (shown, null);
        // From the numbers as they are shown.
        return (RepresentationRatio.AddRatios(shown, await PopulationStore.List(reading, selection.KnownAt, selection.By)), null);
    }

    private static async Task AddReleasedRows(
        ReadSession reading, FigureSelection selection, IReadOnlyList<Indicator> indicators, TargetLookup targets,
        Dictionary<string, List<IndicatorValue>> rows)
    {
        // Targets and the like concern every row; of the rest, releases alone change one.
        var since = selection.UpdatedSince is { } asked && !await ChangedIntervals.AnyOfAllRows(reading, asked)
            ? asked
            : (DateTimeOffset?)null;
        foreach (var figure in await ReleasedFigureReader.Read(reading, selection, indicators))
        {
            if (since is { } instant && !IsNew(figure, instant)) continue;
            var target = targets.Find(figure.Indicator, selection.By, figure.Member, selection.Agency, figure.Days.To);
            Add(rows, IndicatorValue.FromRelease(selection, figure, target));
        }
    }

    // By when it was made: that can be after its instant, and after somebody asked. An interval that is not released has a row from its
    // first day on.
    private static bool IsNew(ShownFigure figure, DateTimeOffset since) =>
        figure.MadeAt is { } at ? at > since - ChangedIntervals.LongestPass : figure.Days.From >= London.DayOf(since);

    private static void Add(Dictionary<string, List<IndicatorValue>> rows, IndicatorValue row)
    {
        if (!rows.TryGetValue(row.Indicator, out var ofIndicator)) rows[row.Indicator] = ofIndicator = [];
        ofIndicator.Add(row);
    }

    // Not more rows are read than are given.
    private static async Task<ProblemHttpResult?> AddFullRows(
        ReadSession reading, FigureSelection selection, IReadOnlyList<Indicator> indicators, TargetLookup targets,
        Dictionary<string, List<IndicatorValue>> rows)
    {
        foreach (var sameDatasets in indicators.GroupBy(indicator => string.Join(' ', indicator.Datasets.Select(dataset => dataset.Name))))
        {
            if (await AddRows(reading, selection, [.. sameDatasets], targets, rows) is { } problem) return problem;
            if (rows.Values.Sum(list => list.Count) > MostRows) return TooMany;
        }

        return null;
    }

    private static ProblemHttpResult TooMany => ProblemCatalogue.TooManyFigures.ToResult($"At most {MostRows} rows are given at once.");

    // The rows of indicators that are made of the same datasets, in full.
    private static async Task<ProblemHttpResult?> AddRows(
        ReadSession reading, FigureSelection asked, IReadOnlyList<Indicator> indicators, TargetLookup targets,
        Dictionary<string, List<IndicatorValue>> rows)
    {
        var changes = asked.UpdatedSince is { } since ? await FindChanges(reading, asked, indicators, since) : null;
        if ((changes is null ? asked : changes.Intersect(asked)) is not { } selection) return null;

        foreach (var query in CountQuery.FromIndicators(selection, indicators).Where(query => query.IsFromRecords))
            if (await FindLostRecords(reading, query) is { } problem) return problem;

        foreach (var figure in await FigureCalculator.Read(reading, selection, indicators))
        {
            if (changes?.Contains(figure.Days) == false) continue;
            var target = targets.Find(figure.Indicator, selection.By, figure.Member, selection.Agency, figure.Days.To);
            Add(rows, IndicatorValue.FromFigure(selection, figure, target));
        }

        return null;
    }

    private static async Task<ChangedIntervals> FindChanges(
        ReadSession reading,
        FigureSelection selection,
        IReadOnlyList<Indicator> indicators,
        DateTimeOffset since)
    {
        var changes = new List<ChangedIntervals>();
        foreach (var query in CountQuery.FromIndicators(selection, indicators))
            changes.Add(await ChangedIntervals.Since(reading, query, since));
        return ChangedIntervals.Combine(changes);
    }

    // Figures that are counted from records need the records, and need them read by the definition that the stored
    // counts follow.
    private static async Task<ProblemHttpResult?> FindLostRecords(ReadSession reading, CountQuery query)
    {
        if (await DefinitionStore.FindOutdatedIndicator(reading, query) is { } changed)
            return ProblemCatalogue.DefinitionChanged.ToResult(ProblemCatalogue.DescribeDefinitionChange(changed.Code, changed.Version));
        return await PurgedReturns.AnyInForce(reading, query)
            ? ProblemCatalogue.NoLongerKept.ToResult(
                "These figures would be counted from records of returns that have ceased to be in force.")
            : null;
    }
}
