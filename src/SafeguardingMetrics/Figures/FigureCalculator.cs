using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Figures;

/// <summary>
/// Makes figures from the stored counts of the datasets that indicators are made of, and says on how many returns each
/// figure rests.
/// </summary>
public static class FigureCalculator
{
    /// <summary>
    /// The figures asked for, by indicator, interval and member. The total has a figure for every interval; a breakdown
    /// has one for each member that something was counted for, or for each agency or sector that reported.
    /// </summary>
    /// <param name="reading">The database.</param>
    /// <param name="selection">Which figures are asked for.</param>
    /// <param name="indicators">The indicators, all made of the same datasets.</param>
    public static async Task<IReadOnlyList<Figure>> Read(
        ReadSession reading,
        FigureSelection selection,
        IReadOnlyList<Indicator> indicators)
    {
        var agencies = (await AgencyStore.List(reading)).ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var inputs = new Dictionary<Dataset, (DatasetCounts Counts, ReturnExpectations Expected)>();
        foreach (var query in CountQuery.FromIndicators(selection, indicators))
        {
            var expected = await ReturnExpectations.Read(reading, query, agencies);
            inputs[query.Dataset] = (await DatasetCounts.Read(reading, query, agencies), expected);
        }

        var coverages = new CoverageCalculator(selection, agencies, inputs.Values);
        var intervals = selection.Intervals.ToList();
        var figures = new List<Figure>();
        foreach (var indicator in indicators)
        {
            var numerators = inputs[indicator.NumeratorInput.Dataset].Counts;
            var denominators = inputs[indicator.DenominatorInput.Dataset].Counts;
            foreach (var (interval, (label, days)) in intervals.Index())
                foreach (var member in ListMembers(indicator, interval, numerators, denominators))
                {
                    var (coverage, hasReturns) = coverages.Get(interval, days, member);
                    var counts = hasReturns ? GetCounts(indicator, interval, member, numerators, denominators) : null;
                    figures.Add(new Figure(indicator, label, days, selection.By == Dimension.All ? null : member.First, counts, coverage)
                    {
                        SecondMember = selection.SecondBy is null ? null : member.Second,
                        Waiting = hasReturns && (indicator as DatasetIndicator)?.Waiting is { } waiting
                            ? denominators.Find(waiting, interval, member)?.Denominator ?? 0
                            : null,
                    });
                }
        }

        return figures;
    }

    // Where the counts come from two indicators, the members that both have.
    private static IEnumerable<FigureMember> ListMembers(
        Indicator indicator, int interval, DatasetCounts numerators, DatasetCounts denominators)
    {
        var members = denominators.ListMembers(indicator.DenominatorInput.Indicator, interval);
        if (indicator.NumeratorInput.Indicator != indicator.DenominatorInput.Indicator)
            members = members.Intersect(numerators.ListMembers(indicator.NumeratorInput.Indicator, interval));
        return members.OrderBy(member => member.First, StringComparer.Ordinal).ThenBy(member => member.Second, StringComparer.Ordinal);
    }

    private static IndicatorCounts GetCounts(
        Indicator indicator,
        int interval,
        FigureMember member,
        DatasetCounts numerators,
        DatasetCounts denominators)
    {
        var denominator = denominators.Find(indicator.DenominatorInput.Indicator, interval, member);
        if (indicator is DatasetIndicator) return denominator ?? new IndicatorCounts();
        var numerator = numerators.Find(indicator.NumeratorInput.Indicator, interval, member);
        return IndicatorCounts.FromCounts(
            numerator?.GetCount(indicator.NumeratorInput.Role) ?? 0, denominator?.GetCount(indicator.DenominatorInput.Role) ?? 0);
    }
}
