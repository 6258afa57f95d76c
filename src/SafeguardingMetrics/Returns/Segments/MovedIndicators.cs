using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>
/// The monthly figures of an agency that a change of segments moved. The cells of the months are read once, by segment;
/// the figures before are sums over the segments that stay and those that ended, those after over the segments that stay
/// and those that began.
/// </summary>
internal static class MovedIndicators
{
    private static readonly Sql InForce = new("""
        SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt, CoversDays
        FROM Segment
        WHERE Agency = @Agency AND Dataset = @Dataset AND MonthOn >= @FromMonth AND MonthOn <= @ToMonth AND EndedAt IS NULL
        """);

    private static readonly Sql BySegment = new("""
        SELECT s.SegmentId, c.Indicator, c.Amount, SUM(c.Numerator) AS Numerator, SUM(c.Denominator) AS Denominator
        FROM Segment s
        JOIN Cell c ON c.SegmentId = s.SegmentId
        WHERE s.Agency = @Agency AND s.Dataset = @Dataset AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToMonth
            AND (s.EndedAt IS NULL OR s.EndedAt = @At) AND c.Dimension = @Dimension
        GROUP BY s.SegmentId, c.Indicator, c.Amount
        """);

    /// <summary>The figures whose value is another after the change, by indicator and month.</summary>
    /// <param name="work">The unit of work of the change.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="agency">The agency's code.</param>
    /// <param name="change">The change.</param>
    public static async Task<IReadOnlyList<MovedIndicator>> Read(
        UnitOfWork work, Dataset dataset, string agency, SegmentChange change)
    {
        var months = change.Ended.Concat(change.Begun).Select(segment => Period.MonthOf(segment.FromDay)).Distinct().Order().ToList();
        if (months.Count == 0) return [];
        var parameters = new
        {
            Agency = agency,
            Dataset = dataset.Name,
            FromMonth = months[0],
            ToMonth = months[^1],
            change.At,
            Dimension = Dimension.All,
        };
        var rows = await work.Query<SegmentCounts>(BySegment, parameters);
        var counts = rows.ToLookup(row => (row.SegmentId, row.Indicator));
        var begun = change.Begun.Select(segment => segment.SegmentId).ToHashSet(StringComparer.Ordinal);
        var kept = (await work.Query<Segment>(InForce, parameters)).Where(segment => !begun.Contains(segment.SegmentId)).ToList();
        var before = SelectCounted(dataset, kept.Concat(change.Ended));
        var after = SelectCounted(dataset, kept.Concat(change.Begun));
        return
        [
            .. from indicator in dataset.Indicators
               from month in months.SelectMany(month => Interval.Month.Split(Period.FromDay(month)))
               let previous = GetValue(indicator, before[month.Days.From], counts)
               let value = GetValue(indicator, after[month.Days.From], counts)
               where value != previous
               select new MovedIndicator(indicator.Code, month.Label, value, previous, ApiEnumNames.ToText(indicator.Unit)),
        ];
    }

    // By month: of an activity every segment counts, of a snapshot the last.
    private static ILookup<DateOnly, Segment> SelectCounted(Dataset dataset, IEnumerable<Segment> segments)
    {
        var byMonth = segments.GroupBy(segment => Period.MonthOf(segment.FromDay));
        var counted = dataset.Shape == DatasetShape.Activity
            ? byMonth.SelectMany(month => month)
            : byMonth.Select(month => month.MaxBy(segment => segment.FromDay)!);
        return counted.ToLookup(segment => Period.MonthOf(segment.FromDay));
    }

    private static decimal? GetValue(
        Indicator indicator, IEnumerable<Segment> segments, ILookup<(string SegmentId, string Indicator), SegmentCounts> counts)
    {
        var sum = new IndicatorCounts();
        foreach (var row in segments.SelectMany(segment => counts[(segment.SegmentId, indicator.Code)]))
            sum.Add(row.Amount, row.Numerator, row.Denominator);
        return sum.GetValue(indicator);
    }

    private sealed record SegmentCounts
    {
        public required string SegmentId { get; init; }

        public required string Indicator { get; init; }

        public required int Amount { get; init; }

        public required decimal Numerator { get; init; }

        public required decimal Denominator { get; init; }
    }
}
