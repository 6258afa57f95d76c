using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Disclosure;
using SafeguardingMetrics.Indicators.Populations;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Indicators.Reading;

/// <summary>Figures as their reader may see them. Everything that shows figures takes them from here: what is hidden in one place is hidden in all.</summary>
internal static class FigureReader
{
    internal const int MostRows = 50_000;

    /// <summary>The problems that a reading of figures can end in.</summary>
    public static IReadOnlyList<Problem> Problems { get; } =
    [
        ProblemCatalogue.TooManyFigures, ProblemCatalogue.FullFiguresOnly, ProblemCatalogue.DefinitionChanged, ProblemCatalogue.NoLongerKept,
    ];

    /// <summary>Why such figures are not this reader's to ask for; null where they are.</summary>
    public static async Task<ProblemHttpResult?> FindRefusal(ReadSession reading, IReadOnlyList<(Dataset Dataset, Indicator Indicator)> wanted, FigureQuery any, HttpContext http)
    {
        if (wanted.Any(pair => pair.Dataset.IsAboutChildren) && DisclosureControl.IsRefused(http, any)) return ProblemCatalogue.FullFiguresOnly.ToResult($"This takes the permission {Permission.ReadFullFigures}.");
        return any.Agency is { } agency && (await AgencyStore.List(reading)).All(known => known.Code != agency) ? ProblemCatalogue.InvalidParameter.ToResult(FigureParameters.UnknownAgency) : null;
    }

    /// <summary>The rows of indicators, one after another, or why there are none.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="wanted">The indicators, of any datasets.</param>
    /// <param name="any">What is asked of each, whichever dataset it names.</param>
    /// <param name="http">Who asks.</param>
    public static async Task<(IReadOnlyList<IndicatorValue>? Rows, ProblemHttpResult? Problem)> Read(
        ReadSession reading, IReadOnlyList<(Dataset Dataset, Indicator Indicator)> wanted, FigureQuery any, HttpContext http)
    {
        if (await FindRefusal(reading, wanted, any, http) is { } refusal) return (null, refusal);

        var targets = new TargetLookup(await TargetStore.List(reading, any.KnownAt));
        var rows = new Dictionary<string, List<IndicatorValue>>();
        foreach (var dataset in wanted.GroupBy(pair => pair.Dataset))
        {
            var query = any.WithDataset(dataset.Key, [.. dataset.Select(pair => pair.Indicator)]);
            var changes = any.UpdatedSince is { } since ? await ChangedIntervals.Since(reading, query, since) : null;
            if (changes is not null)
            {
                if (changes.Intersect(query) is not { } narrowed) continue;
                query = narrowed;
            }

            if (query.IsFromRecords && await DefinitionStore.FindOutdatedIndicator(reading, query) is { } changed)
                return (null, ProblemCatalogue.DefinitionChanged.ToResult(ProblemCatalogue.DescribeDefinitionChange(changed.Code, changed.Version)));
            if (query.IsFromRecords && await PurgedReturns.AnyInForce(reading, query)) return (null, ProblemCatalogue.NoLongerKept.ToResult("These figures would be counted from records of returns that have ceased to be in force."));
            var protection = await DisclosureControl.Create(reading, query, http);
            foreach (var figure in await FigureCalculator.Read(reading, query))
            {
                if (changes?.Contains(figure.Days) == false) continue;
                if (!rows.TryGetValue(figure.Indicator.Code, out var ofIndicator)) rows[figure.Indicator.Code] = ofIndicator = [];
                var goal = targets.Find(figure.Indicator, query.By, figure.Member, query.Agency, figure.Days.To);
                ofIndicator.Add(protection.Apply(figure, IndicatorValue.FromFigure(query, figure) with { TargetComparison = goal }));
            }

            if (rows.Values.Sum(list => list.Count) > MostRows) return (null, ProblemCatalogue.TooManyFigures.ToResult($"At most {MostRows} rows are given at once."));
        }

        IReadOnlyList<IndicatorValue> shown = [.. wanted.SelectMany(pair => rows.GetValueOrDefault(pair.Indicator.Code) ?? [])];
        http.RequestServices.GetRequiredService<ServiceMeter>().RecordFiguresRead(shown.Count);
        http.Features.Set(new FigureCountFeature(shown.Count));
        // Of what is shown, after everything that hides numbers.
        return (any.SecondBy is null && Population.Dimensions.Contains(any.By) ? RepresentationRatio.AddRatios(shown, await PopulationStore.List(reading, any.KnownAt, any.By)) : shown, null);
    }
}
