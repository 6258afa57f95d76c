using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>
/// What two counts of different indicators of a dataset have in common, so that a reader of both can subtract one from
/// the other: they always have the same number, or one is a part of the other. Disclosure control adds an equation for
/// each.
/// </summary>
/// <param name="Whole">The code of the indicator whose count is the whole.</param>
/// <param name="WholeRole">Which of its counts.</param>
/// <param name="Part">The code of the other indicator.</param>
/// <param name="PartRole">Which of its counts.</param>
/// <param name="IsSame">True where part and whole always have the same number.</param>
public sealed record CountRelation(string Whole, CountRole WholeRole, string Part, CountRole PartRole, bool IsSame)
{
    private static readonly CountRole[] Roles = [CountRole.Numerator, CountRole.Missed, CountRole.Denominator];

    /// <summary>
    /// The relations that follow from the counts that the indicators share: equal counts first, then parts, wholes
    /// before their parts.
    /// </summary>
    public static IReadOnlyList<CountRelation> Derive(IReadOnlyList<DatasetIndicator> indicators) =>
    [
        .. DeriveEqual(indicators),
        .. DeriveParts(indicators),
    ];

    private static IEnumerable<CountRelation> DeriveEqual(IReadOnlyList<DatasetIndicator> indicators)
    {
        var known = new Dictionary<object, (DatasetIndicator Indicator, CountRole Role)>();
        foreach (var indicator in indicators)
            foreach (var role in Roles)
            {
                if (indicator.GetIdentity(role) is not { } identity || known.TryAdd(identity, (indicator, role))) continue;
                var (first, firstRole) = known[identity];
                // Within one indicator the numerator, the denominator and what is between are bound by an equation
                // already.
                if (first != indicator) yield return new(first.Code, firstRole, indicator.Code, role, IsSame: true);
            }
    }

    // Of each denominator the nearest that it is declared as a part of: from further ones it follows through those
    // between.
    private static IEnumerable<CountRelation> DeriveParts(IReadOnlyList<DatasetIndicator> indicators)
    {
        var denominators = indicators.DistinctBy(indicator => indicator.Denominator.Identity).ToList();
        foreach (var part in denominators
            .Where(indicator => indicator.Denominator.Depth > 0)
            .OrderBy(indicator => indicator.Denominator.Depth))
        {
            var whole = denominators.Where(other => part.Denominator.IsPartOf(other.Denominator)).MaxBy(other => other.Denominator.Depth);
            if (whole is null || IsNumeratorOrMissed(indicators, whole, part)) continue;
            yield return new(whole.Code, CountRole.Denominator, part.Code, CountRole.Denominator, IsSame: false);
        }
    }

    // Then the whole is the sum of numerator and what is left, of which the part is one.
    private static bool IsNumeratorOrMissed(IReadOnlyList<DatasetIndicator> indicators, DatasetIndicator whole, DatasetIndicator part) =>
        indicators.Any(indicator =>
            indicator.Denominator.IsSameAs(whole.Denominator)
            && (part.Denominator.Identity.Equals(indicator.GetIdentity(CountRole.Numerator))
                || part.Denominator.Identity.Equals(indicator.GetIdentity(CountRole.Missed))));
}
