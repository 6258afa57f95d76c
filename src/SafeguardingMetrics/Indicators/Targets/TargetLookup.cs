using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>The targets that stand, and which of them a figure is held to.</summary>
public sealed class TargetLookup(IEnumerable<Target> standing)
{
    private readonly ILookup<string, Target> targets = standing.ToLookup(target => target.Indicator, StringComparer.Ordinal);

    /// <summary>
    /// What a figure is held to: its locality's own target, else its agency's, else the partnership's; of that scope the newest that
    /// holds on the day. Null where there is none.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="by">What the figure is broken down by; null or <c>all</c> for the total.</param>
    /// <param name="member">The member of that; null for the total.</param>
    /// <param name="agency">The agency that the figures are limited to, or null.</param>
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

    private static Target? FindNewest(IEnumerable<Target> ofScope, DateOnly day) => ofScope.Where(target => target.ValidFrom <= day).MaxBy(target => target.ValidFrom);
}
