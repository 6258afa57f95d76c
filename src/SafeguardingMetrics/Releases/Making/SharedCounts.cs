using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>Which counts of a batch are told by another indicator, or follow from what others tell.</summary>
internal sealed class SharedCounts
{
    private readonly Dictionary<(string Indicator, CountRole Role), (string Indicator, CountRole Role)> toldBy = [];
    private readonly HashSet<(string Indicator, CountRole Role)> following = [];

    /// <summary>Finds them.</summary>
    public SharedCounts(ReleaseBatch batch)
    {
        foreach (var relation in batch.Indicators.SelectMany(one => one.Indicator.Datasets).Distinct()
            .SelectMany(dataset => dataset.Relations).Where(relation => relation.IsSame))
        {
            if (relation.PartRole == CountRole.Missed) following.Add((relation.Part, CountRole.Numerator));
            else if (relation.WholeRole == CountRole.Missed) following.Add((relation.Part, relation.PartRole));
            else toldBy.TryAdd((relation.Part, relation.PartRole), (relation.Whole, relation.WholeRole));
        }
    }

    /// <summary>True where a count is the difference of others, and adds nothing to what they tell.</summary>
    public bool Follows(string indicator, CountRole role) => following.Contains((indicator, role));

    /// <summary>The count of another indicator that always has the same number; null where there is none.</summary>
    public (string Indicator, CountRole Role)? FindSame(string indicator, CountRole role) =>
        toldBy.TryGetValue((indicator, role), out var other) ? other : null;
}
