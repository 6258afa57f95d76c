using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Populations;

/// <summary>
/// How far a group is over- or under-represented among the cases: its share of the cases divided by its share of the people who live here. 1 is as
/// many as there would be if all were alike, 2 twice as many.
/// </summary>
/// <remarks>
/// The cases are those that the indicator counts, its denominator: whether they are met is what the percentage by member says. Both shares are of the members whose
/// population is known, so that cases whose member was not recorded make nobody's share smaller.
/// </remarks>
public static class RepresentationRatio
{
    /// <summary>The ratio, to two decimal places; null where there are no such cases or people.</summary>
    /// <param name="cases">The group's cases.</param>
    /// <param name="allCases">Those of all groups.</param>
    /// <param name="people">The group's people.</param>
    /// <param name="allPeople">Those of all groups.</param>
    public static decimal? Calculate(decimal cases, decimal allCases, int people, long allPeople) =>
        allCases == 0 || people == 0 ? null : Rounding.ToTwoPlaces(cases * allPeople / (allCases * people));

    /// <summary>
    /// Gives rows by a breakdown their ratios. It is worked out from the numbers in the rows: where one of an interval is hidden there is no ratio in it, since from the ratios
    /// of the others the hidden number could be worked out.
    /// </summary>
    public static IReadOnlyList<IndicatorValue> AddRatios(IReadOnlyList<IndicatorValue> rows, IReadOnlyList<Population> populations)
    {
        if (populations.Count == 0) return rows;
        var ratios = new Dictionary<IndicatorValue, decimal?>(ReferenceEqualityComparer.Instance);
        foreach (var figures in rows.Where(row => row.Member is not null).GroupBy(row => (row.Indicator, row.By, row.From, row.To)))
        {
            var people = GetPopulationsInForce(populations, figures.Key.By!, figures.Key.To);
            var known = figures.Where(row => people.ContainsKey(row.Member!)).ToList();
            if (known.Count == 0 || figures.Any(row => row.Denominator is null)) continue;
            var allCases = known.Sum(row => row.Denominator!.Value);
            var allPeople = people.Values.Sum(number => (long)number);
            foreach (var row in known) ratios[row] = Calculate(row.Denominator!.Value, allCases, people[row.Member!], allPeople);
        }

        return [.. rows.Select(row => ratios.TryGetValue(row, out var ratio) ? row with { Disproportionality = ratio } : row)];
    }

    // The newest population that holds on the day.
    private static Dictionary<string, int> GetPopulationsInForce(IReadOnlyList<Population> populations, string dimension, DateOnly day)
    {
        var given = populations.Where(one => one.Dimension == dimension && one.ValidFrom <= day).ToList();
        return given.Count == 0 ? [] : given.Where(one => one.ValidFrom == given.Max(other => other.ValidFrom)).ToDictionary(one => one.Member, one => one.People, StringComparer.Ordinal);
    }
}
