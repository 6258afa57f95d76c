using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Schedule;

namespace SafeguardingMetrics.Figures;

/// <summary>
/// Says which returns figures rest on and which were expected, over all the datasets that the figures are made of.
/// </summary>
/// <param name="selection">Which figures are asked for.</param>
/// <param name="agencies">Every agency, by its code.</param>
/// <param name="inputs">The counts of each dataset and what was expected of it.</param>
internal sealed class CoverageCalculator(
    FigureSelection selection,
    IReadOnlyDictionary<string, Agency> agencies,
    IReadOnlyCollection<(DatasetCounts Counts, ReturnExpectations Expected)> inputs)
{
    // The members of records' breakdowns, and indicators of one interval, share their coverage.
    private readonly Dictionary<(int Interval, FigureMember Senders), (FigureCoverage Coverage, bool HasReturns)> known = [];

    /// <summary>
    /// The coverage of a figure, and whether every dataset has a return that covers a day of its interval.
    /// </summary>
    /// <param name="interval">The place of the interval among those asked for.</param>
    /// <param name="days">The interval's days.</param>
    /// <param name="member">The figure's member.</param>
    public (FigureCoverage Coverage, bool HasReturns) Get(int interval, Period days, FigureMember member)
    {
        var senders = new FigureMember(
            Dimension.ForReturns.Contains(selection.By) ? member.First : "",
            selection.SecondBy is { } second && Dimension.ForReturns.Contains(second) ? member.Second : "");
        if (known.TryGetValue((interval, senders), out var coverage)) return coverage;
        return known[(interval, senders)] = Calculate(interval, days, senders);
    }

    private (FigureCoverage Coverage, bool HasReturns) Calculate(int interval, Period days, FigureMember senders)
    {
        bool IsOfSenders(string agency, string sector) =>
            Matches(selection.By, senders.First, agency, sector) && Matches(selection.SecondBy, senders.Second, agency, sector);

        var held = inputs
            .Select(input => input.Counts.Segments[interval]
                // A return that only takes older records away says nothing of these days.
                .Where(segment => (segment.CoversDays || segment.IsChanges) && IsOfSenders(segment.Agency, segment.Sector)).ToList())
            .ToList();
        var due = inputs
            .SelectMany(input => input.Expected.ListDue(days))
            .Where(one => IsOfSenders(one.Due.Agency, agencies[one.Due.Agency].Sector))
            .ToList();
        var expected = inputs
            .SelectMany(input => input.Expected.ListAgencies(days))
            .Where(agency => IsOfSenders(agency.Code, agency.Sector));
        var segments = held.SelectMany(segments => segments).ToList();
        var returns = segments.DistinctBy(segment => segment.ReturnId).ToList();
        var coverage = new FigureCoverage(
            expected.Select(agency => agency.Code).Distinct(StringComparer.Ordinal).Count(),
            segments.Select(segment => segment.Agency).Distinct(StringComparer.Ordinal).Count(),
            due.Count, due.Count(one => one.HasCome),
            returns.Sum(one => one.Received), returns.Sum(one => one.Rejected), returns.Sum(one => one.Queried));
        return (coverage, held.TrueForAll(segments => segments.Count > 0));
    }

    private static bool Matches(string? by, string member, string agency, string sector) => by switch
    {
        Dimension.Agency => agency == member,
        Dimension.Sector => sector == member,
        _ => true,
    };
}
