using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>Finds the target that a figure is compared with.</summary>
/// <param name="current">The targets in force.</param>
public sealed class TargetLookup(IEnumerable<Target> current)
{
    private readonly ILookup<string, Target> targets = current.ToLookup(target => target.Indicator, StringComparer.Ordinal);

    /// <summary>
    /// The target of a figure: of its locality, else of its agency, else of the partnership; within a scope the newest
    /// that is valid on the day. Null where no target is set.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="by">The breakdown of the figure; null or <c>all</c> for the total.</param>
    /// <param name="member">The member of the breakdown; null for the total.</param>
    /// <param name="agency">The only agency whose returns are counted; null for all.</param>
    /// <param name="day">The last day of the figure's interval.</param>
    public TargetComparison? Find(Indicator indicator, string? by, string? member, string? agency, DateOnly day)
    {
        var ofIndicator = targets[indicator.Code];
        var locality = by == Dimension.Locality ? member : null;
        var ofAgency = by == Dimension.Agency && member is not null ? member : agency;
        var target = (locality is null ? null : FindNewest(ofIndicator.Where(target => target.Locality == locality), day))
            ?? (ofAgency is null ? null : FindNewest(ofIndicator.Where(target => target.Agency == ofAgency), day))
            ?? FindNewest(ofIndicator.Where(target => target is { Agency: null, Locality: null }), day);
        return target is null ? null : new TargetComparison(target, indicator.Polarity);
    }

    private static Target? FindNewest(IEnumerable<Target> ofScope, DateOnly day) =>
        ofScope.Where(target => target.ValidFrom <= day).MaxBy(target => target.ValidFrom);
}
