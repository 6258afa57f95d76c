using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Populations;

/// <summary>
/// How far a group is over- or under-represented among the cases: the group's share of the cases divided by its share
/// of the area's population. 1 means represented as expected, 2 twice as often.
/// </summary>
/// <remarks>
/// The cases are the indicator's denominator; whether the cases meet the indicator is what the percentage by member
/// shows. Both shares are of groups with a known population, so that cases without a recorded group do not reduce any
/// group's share.
/// </remarks>
public static class RepresentationRatio
{
    /// <summary>The ratio, to two decimal places; null where there are no such cases or people.</summary>
    /// <param name="cases">The group's cases.</param>
    /// <param name="allCases">The cases of all groups.</param>
    /// <param name="people">The group's population.</param>
    /// <param name="allPeople">The population of all groups.</param>
    public static decimal? Calculate(decimal cases, decimal allCases, int people, long allPeople) =>
        allCases == 0 || people == 0 ? null : Rounding.ToTwoPlaces(cases * allPeople / (allCases * people));

    /// <summary>
    /// Adds the ratios to rows by a breakdown, from the numbers as they are shown. Where one denominator of an interval is not
    /// shown, the interval gets no ratios.
    /// </summary>
    public static IReadOnlyList<IndicatorValue> AddRatios(IReadOnlyList<IndicatorValue> rows, IReadOnlyList<Population> populations)
    {
        if (populations.Count == 0) return rows;
        var ratios = new Dictionary<IndicatorValue, decimal?>(ReferenceEqualityComparer.Instance);
        foreach (var figures in rows.Where(row => row.Member is not null).GroupBy(row => (row.Indicator, row.By, row.From, row.To)))
        {
            var people = GetPopulationsInForce(populations, figures.Key.By!, figures.Key.To);
            var known = figures.Where(row => people.ContainsKey(row.Member!)).ToList();
            if (known.Count == 0 || figures.Any(row => GetCases(row) is null)) continue;
            var allCases = known.Sum(row => GetCases(row)!.Value);
            var allPeople = people.Values.Sum(number => (long)number);
            foreach (var row in known) ratios[row] = Calculate(GetCases(row)!.Value, allCases, people[row.Member!], allPeople);
        }

        return [.. rows.Select(row => ratios.TryGetValue(row, out var ratio) ? row with { Disproportionality = ratio } : row)];
    }

    // Fewer than five are taken as two.
    private static decimal? GetCases(IndicatorValue row) => row.Denominator ?? row.DenominatorAtMost / 2;

    // The newest populations that are valid on the day.
    private static Dictionary<string, int> GetPopulationsInForce(IReadOnlyList<Population> populations, string dimension, DateOnly day)
    {
        var valid = populations.Where(population => population.Dimension == dimension && population.ValidFrom <= day).ToList();
        if (valid.Count == 0) return [];
        var newest = valid.Max(population => population.ValidFrom);
        return valid
            .Where(population => population.ValidFrom == newest)
            .ToDictionary(population => population.Member, population => population.People, StringComparer.Ordinal);
    }
}
