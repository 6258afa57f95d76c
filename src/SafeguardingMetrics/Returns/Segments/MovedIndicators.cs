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
/// the figures before are sums over the segments kept and ended, those after over the segments kept and begun.
/// </summary>
internal static class MovedIndicators
{
    private static readonly Sql BySegment = new("""
        SELECT s.SegmentId, c.Indicator, c.Amount, SUM(c.Numerator) AS Numerator, SUM(c.Denominator) AS Denominator
        FROM Segment s
        JOIN Cell c ON c.SegmentId = s.SegmentId
        WHERE s.Agency = @Agency AND s.Dataset = @Dataset AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToDay
            AND (s.EndedAt IS NULL OR s.EndedAt = @At) AND c.Dimension = @Dimension
        GROUP BY s.SegmentId, c.Indicator, c.Amount
        """);

    /// <summary>The figures whose value is another after the change, by indicator and month.</summary>
    /// <param name="work">The unit of work of the change.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="agency">The agency's code.</param>
    /// <param name="days">The period of the return.</param>
    /// <param name="change">The change.</param>
    public static async Task<IReadOnlyList<MovedIndicator>> Read(
        UnitOfWork work, Dataset dataset, string agency, Period days, SegmentChange change)
    {
        var rows = await work.Query<SegmentCounts>(BySegment, new
        {
            Agency = agency,
            Dataset = dataset.Name,
            FromMonth = Period.MonthOf(days.From),
            ToDay = days.To,
            change.At,
            Dimension = Dimension.All,
        });
        var counts = rows.ToLookup(row => (row.SegmentId, row.Indicator));
        var before = SelectCounted(dataset, change.Kept.Concat(change.Ended));
        var after = SelectCounted(dataset, change.Kept.Concat(change.Begun));
        return
        [
            .. from indicator in dataset.Indicators
               from month in Interval.Month.Split(days)
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
