using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Releases.Protection;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>
/// Tells counts that several indicators share only once: a count that another indicator has is shown as there, and the rest of a sum is
/// the difference of what is shown of the sum and of its other part. Grouped apart they would narrow one another.
/// </summary>
internal static class RelatedCounts
{
    /// <summary>Shows related counts of a batch alike.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="rows">The rows of each release, by its id.</param>
    /// <param name="releaseIds">The releases, by the indicator's code.</param>
    public static async Task Align(
        ReadSession reading, ReleaseBatch batch, Dictionary<string, List<ReleasedFigure>> rows,
        IReadOnlyDictionary<string, string> releaseIds)
    {
        foreach (var dataset in batch.Indicators.SelectMany(one => one.Indicator.Datasets).Distinct().Where(one => one.IsAboutChildren))
        {
            foreach (var relation in dataset.Relations.Where(relation => relation.IsSame))
            {
                if (!releaseIds.TryGetValue(relation.Part, out var partId)) continue;
                // What was released on another day was counted on another day: only a difference is made of it.
                var isDifference = relation.WholeRole == CountRole.Missed || relation.PartRole == CountRole.Missed;
                if (!isDifference && !releaseIds.ContainsKey(relation.Whole)) continue;
                var whole = await ListRows(reading, batch, relation.Whole, rows, releaseIds);
                if (whole is null) continue;
                var shown = whole.ToDictionary(row => (row.Dimension, row.Member));
                rows[partId] = [
                    .. rows[partId].Select(row => shown.TryGetValue((row.Dimension, row.Member), out var other)
                        ? Align(row, relation, other)
                        : row),
                ];
            }
        }
    }

    private static ReleasedFigure Align(ReleasedFigure row, CountRelation relation, ReleasedFigure other)
    {
        if (row.ShownDenominator is not { } whole || Get(other, relation.WholeRole) is not { } same) return row;
        return relation.PartRole switch
        {
            CountRole.Denominator => row.WithDenominator(new(row.Denominator ?? 0, same)),
            CountRole.Numerator when row.ShownNumerator is not null => row.WithNumerator(new(row.Numerator ?? 0, same)),
            CountRole.Missed when row.ShownNumerator is not null =>
                row.WithNumerator(new(row.Numerator ?? 0, whole.Subtract(same))),
            _ => row,
        };
    }

    private static ShownCount? Get(ReleasedFigure row, CountRole role) => role switch
    {
        CountRole.Numerator => row.ShownNumerator,
        CountRole.Denominator => row.ShownDenominator,
        _ => row.ShownDenominator is { } whole && row.ShownNumerator is { } part ? whole.Subtract(part) : null,
    };

    // In the same batch, or as they were released before.
    private static async Task<IReadOnlyList<ReleasedFigure>?> ListRows(
        ReadSession reading, ReleaseBatch batch, string indicator, Dictionary<string, List<ReleasedFigure>> rows,
        IReadOnlyDictionary<string, string> releaseIds)
    {
        if (releaseIds.TryGetValue(indicator, out var id)) return rows[id];
        var latest = await ReleaseStore.FindLatest(reading, indicator, batch.Interval.Name, batch.Days.From, batch.At);
        return latest is null ? null : await ReleaseStore.ListFigures(reading, latest.ReleaseId);
    }
}
