using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>Reads every count of a dataset that figures are made of, whoever asks for which.</summary>
internal static class SuppressionReader
{
    // In one order, since a plan is made in the order of its counts and must be the same whichever instance makes it.
    private static readonly Sql Activity = new($"""
        SELECT s.MonthOn, s.Agency, a.Sector, c.Indicator, c.Dimension, c.Member, SUM(c.Numerator) AS Numerator, SUM(c.Denominator) AS Denominator
        FROM Segment s
        JOIN Agency a ON a.Agency = s.Agency
        JOIN Cell c ON c.SegmentId = s.SegmentId
        WHERE {FigureStore.InForce}
        GROUP BY s.MonthOn, s.Agency, a.Sector, c.Indicator, c.Dimension, c.Member
        ORDER BY s.MonthOn, s.Agency, c.Indicator, c.Dimension, c.Member
        """);

    private static readonly Sql Snapshot = new($"""
        SELECT x.MonthOn, x.Agency, x.Sector, c.Indicator, c.Dimension, c.Member, SUM(c.Numerator) AS Numerator, SUM(c.Denominator) AS Denominator
        FROM (
            SELECT s.SegmentId, s.MonthOn, s.Agency, a.Sector, ROW_NUMBER() OVER (PARTITION BY s.Agency, s.MonthOn ORDER BY s.FromDay DESC) AS Place
            FROM Segment s
            JOIN Agency a ON a.Agency = s.Agency
            WHERE {FigureStore.InForce}) x
        JOIN Cell c ON c.SegmentId = x.SegmentId
        WHERE x.Place = 1
        GROUP BY x.MonthOn, x.Agency, x.Sector, c.Indicator, c.Dimension, c.Member
        ORDER BY x.MonthOn, x.Agency, c.Indicator, c.Dimension, c.Member
        """);

    /// <summary>The plan that holds for every question about the days of this one, with the same knowledge.</summary>
    public static async Task<SuppressionPlan> ReadPlan(ReadSession reading, FigureQuery query, DisclosureRules rules, SuppressionCache memory)
    {
        // Whoever asks for one agency or indicator must see it decided as whoever asks for all.
        var all = query with { Agency = null, Indicators = query.Dataset.Indicators };
        var counts = await reading.Query<CountRow>(all.Dataset.Shape == DatasetShape.Activity ? Activity : Snapshot, new
        {
            Dataset = all.Dataset.Name,
            FromMonth = Period.MonthOf(all.Reach.From),
            FromDay = all.Reach.From,
            ToDay = all.Reach.To,
            all.KnownAt,
            all.Agency,
        });
        var held = all.Dataset.Shape == DatasetShape.Activity ? [] : await FigureStore.ListSegmentsInForce(reading, all);
        // Those still waiting are shown to nobody whose figures are protected.
        var decided = all.Indicators.Select(indicator => indicator.Code).ToHashSet(StringComparer.Ordinal);
        return new SuppressionPlan(all.Dataset, counts.Where(count => decided.Contains(count.Indicator)), held.Select(days => (days.Agency, days.Sector, Period.MonthOf(days.FromDay))).ToHashSet(), London.DayOf(all.Knowledge), rules, memory);
    }
}
