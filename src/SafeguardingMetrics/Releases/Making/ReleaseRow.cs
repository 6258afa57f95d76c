using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Releases.Protection;
using SafeguardingMetrics.Releases.Reading;
using SafeguardingMetrics.Releases.Store;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>What a row of a release is made of.</summary>
/// <param name="ReleaseId">The release.</param>
/// <param name="Dimension">The breakdown.</param>
/// <param name="Figure">The figure as it is known at the instant of the release.</param>
/// <param name="Before">The same row of the release before; null where there is none.</param>
/// <param name="Children">How many children are behind its events; null where records are the children.</param>
/// <param name="People">Of sums, how many people they are of; otherwise null.</param>
internal sealed record ReleaseRowInput(
    string ReleaseId, string Dimension, Figure Figure, ReleasedFigure? Before, int? Children, decimal? People);

/// <summary>Makes one row of a release.</summary>
internal static class ReleaseRow
{
    /// <summary>The fewest records, and children behind them, for a median.</summary>
    public const int LeastForMedian = 10;

    /// <summary>The fewest records for a 90th centile.</summary>
    public const int LeastForCentile = 100;

    /// <summary>Makes the row.</summary>
    public static ReleasedFigure Create(ReleaseRowInput input)
    {
        var (figure, indicator) = (input.Figure, input.Figure.Indicator);
        var row = new ReleasedFigure
        {
            ReleaseId = input.ReleaseId,
            Dimension = input.Dimension,
            Member = figure.Member ?? "",
            CountedNumerator = null,
            CountedDenominator = null,
            Numerator = null,
            NumeratorAtLeast = null,
            NumeratorAtMost = null,
            Denominator = null,
            DenominatorAtLeast = null,
            DenominatorAtMost = null,
            Children = null,
            Figure = null,
            P90 = null,
            AgenciesExpected = figure.Coverage.AgenciesExpected,
            AgenciesReported = figure.Coverage.AgenciesReported,
            PeriodsDue = figure.Coverage.PeriodsDue,
            PeriodsCovered = figure.Coverage.PeriodsCovered,
        };
        if (figure.Counts is not { } counts) return row;
        return indicator.IsAboutChildren ? AddGroups(row, input, counts) : AddExact(row, indicator, counts);
    }

    // What does not count children is told as it is.
    private static ReleasedFigure AddExact(ReleasedFigure row, Indicator indicator, IndicatorCounts counts) =>
        row
            .WithNumerator(new(counts.Numerator, ShownCount.Exact(counts.Numerator)))
            .WithDenominator(new(counts.Denominator, ShownCount.Exact(counts.Denominator)))
            with
        {
            Figure = counts.GetValue(indicator),
            P90 = indicator.HasAmount ? counts.GetCentile(90) : null,
        };

    private static ReleasedFigure AddGroups(ReleasedFigure row, ReleaseRowInput input, IndicatorCounts counts)
    {
        var indicator = input.Figure.Indicator;
        // What was not shown before is not held.
        var before = input.Before?.Children < ShownFigureBuilder.FewChildren ? null : input.Before;
        var isOfSums = indicator is DatasetIndicator { People: not null };
        var denominator = HeldCount.Create(isOfSums ? input.People ?? 0 : counts.Denominator, before?.HeldDenominator);
        var numerator = isOfSums
            ? (HeldCount?)null
            : HeldCount.Create(counts.Numerator, before?.HeldNumerator, TellsNought(row, denominator.Shown));
        var isRenewed = before?.HeldDenominator is null || denominator.Renewed != before.Denominator;
        var children = input.Children is { } now && before?.Children is { } then && Math.Abs(now - then) < ShownCount.GroupSize
            ? then
            : input.Children;
        row = row.WithDenominator(denominator) with
        {
            Children = children,
            CountedNumerator = isOfSums ? null : counts.Numerator,
            CountedDenominator = isOfSums ? input.People ?? 0 : counts.Denominator,
        };
        if (numerator is { } held) row = row.WithNumerator(held);
        if (!isRenewed) return row with { Figure = before!.Figure, P90 = before.P90 };
        return isOfSums
            ? row with { Figure = GetShare(counts, denominator.Shown) }
            : indicator.HasAmount ? AddCentiles(row, counts, denominator.Shown, children) : row;
    }

    // Only for the whole partnership, and only of many.
    private static bool TellsNought(ReleasedFigure row, ShownCount denominator) =>
        row.Dimension == Dimension.All && denominator.AtLeast >= ShownCount.LeastForRate;

    private static decimal? GetShare(IndicatorCounts counts, ShownCount people) =>
        counts.Denominator == 0 || people.AtLeast < ShownCount.LeastForRate ? null : ToWhole(100 * counts.Numerator / counts.Denominator);

    private static ReleasedFigure AddCentiles(ReleasedFigure row, IndicatorCounts counts, ShownCount records, int? children)
    {
        if (records.AtLeast < LeastForMedian || children < LeastForMedian) return row;
        return row with
        {
            Figure = counts.GetCentile(50) is { } median ? ToWhole(median) : null,
            P90 = records.AtLeast >= LeastForCentile && counts.GetCentile(90) is { } centile ? ToWhole(centile) : null,
        };
    }

    private static decimal ToWhole(decimal figure) => Math.Round(figure, 0, MidpointRounding.AwayFromZero);
}
