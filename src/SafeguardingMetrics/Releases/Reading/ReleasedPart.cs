using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Releases.Protection;
using SafeguardingMetrics.Releases.Store;

namespace SafeguardingMetrics.Releases.Reading;

/// <summary>What is shown of one member in the released intervals that an interval is added up from.</summary>
/// <param name="Numerator">The numerator; null where it is not shown.</param>
/// <param name="Denominator">The denominator; null where it is not shown.</param>
/// <param name="Figure">The figure itself, where it does not follow from the two counts.</param>
/// <param name="P90">The 90th centile.</param>
/// <param name="Children">The fewest children behind the events of one of the parts; null where they are not counted.</param>
/// <param name="HasReturns">False where no return covered a day.</param>
internal sealed record ReleasedPart(
    ShownCount? Numerator, ShownCount? Denominator, decimal? Figure, decimal? P90, int? Children, bool HasReturns)
{
    /// <summary>What the rows of one member add up to.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="rows">The rows in the order of their intervals, at least one.</param>
    public static ReleasedPart Combine(Indicator indicator, IReadOnlyList<ReleasedFigure> rows)
    {
        var known = rows.Where(row => row.Denominator is not null).ToList();
        if (known.Count == 0) return new(null, null, null, null, null, HasReturns: false);
        // The last day of a snapshot stands for all.
        if (indicator.Datasets.Any(dataset => dataset.Shape == DatasetShape.Snapshot)) known = [known[^1]];
        if (known is [var only])
            return new(only.ShownNumerator, only.ShownDenominator, only.Figure, only.P90, only.Children, HasReturns: true);
        return new(
            known.TrueForAll(row => row.ShownNumerator is not null) ? Add(known.Select(row => row.ShownNumerator!.Value)) : null,
            Add(known.Select(row => row.ShownDenominator!.Value)),
            // There is no median of medians.
            null,
            null,
            known.Min(row => row.Children),
            HasReturns: true);
    }

    private static ShownCount Add(IEnumerable<ShownCount> counts) => counts.Aggregate((sum, count) => sum.Add(count));
}
