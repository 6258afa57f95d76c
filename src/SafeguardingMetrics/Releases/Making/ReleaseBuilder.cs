using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Releases.Timetable;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>Makes the rows of the releases of one batch: every indicator by every breakdown that is released.</summary>
internal sealed class ReleaseBuilder
{
    private readonly ReadSession reading;
    private readonly ReleaseBatch batch;
    private readonly Dictionary<string, string> releaseIds;
    private readonly Dictionary<string, Dictionary<(string Dimension, string Member), ReleasedFigure>> before = [];
    private readonly Dictionary<Dataset, ChildCounter> children = [];
    private readonly Dictionary<string, List<ReleasedFigure>> rows = [];

    private ReleaseBuilder(ReadSession reading, ReleaseBatch batch, IReadOnlyList<FigureRelease> releases)
    {
        (this.reading, this.batch) = (reading, batch);
        releaseIds = releases.ToDictionary(release => release.Indicator, release => release.ReleaseId, StringComparer.Ordinal);
        foreach (var release in releases) rows[release.ReleaseId] = [];
    }

    /// <summary>Makes the rows of each release, and checks them.</summary>
    public static async Task<BuiltReleases> Build(
        ReadSession reading, ReleaseBatch batch, IReadOnlyList<FigureRelease> releases)
    {
        var builder = new ReleaseBuilder(reading, batch, releases);
        await builder.ReadBefore();
        await builder.AddRows(Dimension.All, [.. batch.Indicators.Select(one => one.Indicator)]);
        var size = await PartnershipSize.Read(reading, batch.At, builder.FindTotal);
        foreach (var dimension in batch.Indicators.SelectMany(one => one.Indicator.Dimensions).Distinct().ToList())
        {
            var told = batch.Indicators.Select(one => one.Indicator)
                .Where(indicator => indicator.Dimensions.Contains(dimension)
                    && ReleasedBreakdowns.IsReleased(indicator, dimension, batch.Interval)
                    && size.IsLargeEnough(indicator, dimension, batch.Interval, builder.FindTotal(indicator.Code)))
                .ToList();
            if (told.Count > 0) await builder.AddRows(dimension, told);
        }

        await RelatedCounts.Align(reading, batch, builder.rows, builder.releaseIds);
        var check = await ReleaseTable.Check(reading, batch, builder.rows, builder.releaseIds);
        if (check?.Moves.Count > 0) await RelatedCounts.Align(reading, batch, builder.rows, builder.releaseIds);
        return new BuiltReleases(builder.rows, check?.Moves.Count ?? 0, check?.Withheld.Count ?? 0, check?.Undecided ?? 0);
    }

    private ReleasedFigure? FindTotal(string indicator) =>
        releaseIds.TryGetValue(indicator, out var id) ? rows[id].Find(row => row.Dimension == Dimension.All) : null;

    private async Task ReadBefore()
    {
        foreach (var (indicator, release) in batch.Indicators)
        {
            if (release is null) continue;
            before[indicator.Code] = (await ReleaseStore.ListFigures(reading, release.ReleaseId))
                .ToDictionary(row => (row.Dimension, row.Member));
        }

        foreach (var dataset in batch.Indicators.SelectMany(one => one.Indicator.Datasets).Distinct().Where(ChildCounter.IsNeeded))
            children[dataset] = await ChildCounter.Read(reading, new CountQuery(batch.Selection, dataset, dataset.Indicators));
    }

    private async Task AddRows(string dimension, IReadOnlyList<Indicator> indicators)
    {
        var people = indicators.OfType<DatasetIndicator>().Where(indicator => indicator.People is not null)
            .Select(indicator => indicator.Dataset.Indicators.First(other => other.Code == indicator.People)).ToList();
        var figures = (await FigureCalculator.Read(reading, batch.Selection with { By = dimension }, [.. indicators.Union(people)]))
            .ToLookup(figure => figure.Indicator.Code);
        foreach (var indicator in indicators)
        {
            var counted = figures[indicator.Code].ToDictionary(figure => figure.Member ?? "", StringComparer.Ordinal);
            var behind = indicator is DatasetIndicator { People: { } code }
                ? figures[code].ToDictionary(figure => figure.Member ?? "", StringComparer.Ordinal)
                : null;
            foreach (var member in await ListMembers(indicator, dimension, counted))
            {
                var figure = counted.GetValueOrDefault(member) ?? CreateEmpty(indicator, member);
                var input = new ReleaseRowInput(
                    releaseIds[indicator.Code], dimension, figure,
                    before.GetValueOrDefault(indicator.Code)?.GetValueOrDefault((dimension, member)),
                    CountChildren(indicator, dimension, member), behind?.GetValueOrDefault(member)?.Counts?.Denominator);
                rows[releaseIds[indicator.Code]].Add(ReleaseRow.Create(input));
            }
        }
    }

    private async Task<IEnumerable<string>> ListMembers(Indicator indicator, string dimension, Dictionary<string, Figure> counted)
    {
        var always = await ReleaseMembers.List(
            reading, indicator.DenominatorInput, ReleasedBreakdowns.GetDimension(indicator, dimension), batch.Days, batch.At);
        return counted.Keys.Union(always).Order(StringComparer.Ordinal);
    }

    // Of a member for whom nothing was counted: the same returns as for the total.
    private Figure CreateEmpty(Indicator indicator, string member)
    {
        var total = FindTotal(indicator.Code)!;
        return new Figure(
            indicator, "", batch.Days, member, total.Denominator is null ? null : new IndicatorCounts(),
            new(total.AgenciesExpected, total.AgenciesReported, total.PeriodsDue, total.PeriodsCovered, 0, 0, 0));
    }

    private int? CountChildren(Indicator indicator, string dimension, string member)
    {
        var input = indicator.DenominatorInput;
        return children.TryGetValue(input.Dataset, out var counter) && input.Indicator is not AcrossRecords
            ? counter.Count(input.Indicator.Code, input.Dataset.FindDimension(dimension) ?? dimension, member)
            : null;
    }
}
