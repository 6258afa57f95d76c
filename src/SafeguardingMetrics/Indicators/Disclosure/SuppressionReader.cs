using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>Reads every count of a dataset that figures are made of, whichever of them are asked for.</summary>
internal static class SuppressionReader
{
    // Ordered, since a plan is made in the order of its counts and must be the same on every instance.
    private static readonly Sql Activity = new($"""
        SELECT s.MonthOn, s.Agency, a.Sector, c.Indicator, c.Dimension, c.Member,
            SUM(c.Numerator) AS Numerator, SUM(c.Denominator) AS Denominator
        FROM Segment s
        JOIN Agency a ON a.Agency = s.Agency
        JOIN Cell c ON c.SegmentId = s.SegmentId
        WHERE {FigureStore.InForce}
        GROUP BY s.MonthOn, s.Agency, a.Sector, c.Indicator, c.Dimension, c.Member
        HAVING {FigureStore.IsCounted("c")}
        ORDER BY s.MonthOn, s.Agency, c.Indicator, c.Dimension, c.Member
        """);

    private static readonly Sql Snapshot = new($"""
        SELECT x.MonthOn, x.Agency, x.Sector, c.Indicator, c.Dimension, c.Member,
            SUM(c.Numerator) AS Numerator, SUM(c.Denominator) AS Denominator
        FROM (
            SELECT s.SegmentId, s.MonthOn, s.Agency, a.Sector,
                ROW_NUMBER() OVER (PARTITION BY s.Agency, s.MonthOn ORDER BY s.FromDay DESC) AS Place
            FROM Segment s
            JOIN Agency a ON a.Agency = s.Agency
            WHERE {FigureStore.InForce}) x
        JOIN Cell c ON c.SegmentId = x.SegmentId
        WHERE x.Place = 1
        GROUP BY x.MonthOn, x.Agency, x.Sector, c.Indicator, c.Dimension, c.Member
        ORDER BY x.MonthOn, x.Agency, c.Indicator, c.Dimension, c.Member
        """);

    /// <summary>
    /// The plan of one dataset for every question about the days of a selection, with the same knowledge.
    /// </summary>
    public static async Task<SuppressionPlan> ReadPlan(
        ReadSession reading,
        FigureSelection selection,
        Dataset dataset,
        DisclosureRules rules,
        SuppressionCache cache)
    {
        // Whoever asks for one agency or indicator must see the same decisions as whoever asks for all.
        var all = new CountQuery(selection with { Agency = null }, dataset, dataset.Indicators);
        var reach = selection.Reach;
        var counts = await reading.Query<CountRow>(dataset.Shape == DatasetShape.Activity ? Activity : Snapshot, new
        {
            Dataset = dataset.Name,
            FromMonth = Period.MonthOf(reach.From),
            FromDay = reach.From,
            ToDay = reach.To,
            selection.KnownAt,
            all.Selection.Agency,
        });
        var held = dataset.Shape == DatasetShape.Activity ? [] : await FigureStore.ListSegmentsInForce(reading, all);
        // How many are still waiting is not shown to readers of protected figures, so it is not decided about.
        var decided = dataset.Indicators.Select(indicator => indicator.Code).ToHashSet(StringComparer.Ordinal);
        return new SuppressionPlan(
            dataset, counts.Where(count => decided.Contains(count.Indicator)),
            held.Select(segment => (segment.Agency, segment.Sector, Period.MonthOf(segment.FromDay))).ToHashSet(),
            London.DayOf(selection.Knowledge),
            rules,
            cache);
    }
}
