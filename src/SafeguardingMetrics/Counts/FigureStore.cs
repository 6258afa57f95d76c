using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>The reads that figures are made of.</summary>
internal static class FigureStore
{
    /// <summary>
    /// The segments <c>s</c> that were in force, as a condition with the parameters of <see cref="CreateParameters"/>.
    /// </summary>
    internal const string InForce = $"""
        s.Dataset = @Dataset AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToDay AND s.FromDay <= @ToDay AND s.ToDay >= @FromDay
            AND {AsOf.Condition}
            AND (@Agency IS NULL OR s.Agency = @Agency)
        """;

    /// <summary>The condition on grouped cells that something is left of them: not where all records were taken away again.</summary>
    /// <param name="cells">What the query calls the cells.</param>
    internal static string IsCounted(string cells) =>
        $"SUM({cells}.Numerator) <> 0 OR SUM({cells}.Denominator) <> 0 OR MIN({cells}.Denominator) >= 0";

    private static readonly Sql Held = new($"""
        SELECT s.SegmentId, s.ReturnId, s.Agency, a.Sector, s.FromDay, s.ToDay,
            s.CoversDays, r.IsChanges, r.FromDay AS ReturnFrom, r.ToDay AS ReturnTo, r.ReceivedOn, r.Ordinal, r.Received, r.Rejected,
            r.Queried
        FROM Segment s
        JOIN AgencyReturn r ON r.ReturnId = s.ReturnId
        JOIN Agency a ON a.Agency = s.Agency
        WHERE {InForce}
        ORDER BY s.FromDay, s.Agency
        """);

    // Separate SQL for one and for all indicators: an optional predicate (@Indicator IS NULL OR …) would prevent the
    // index seek on (SegmentId, Indicator).
    private const string OfOne = "AND c.Indicator IN (@Indicator, @Waiting)";

    private static readonly Sql ActivityOfOne = new(CreateActivitySql(OfOne));
    private static readonly Sql ActivityOfAll = new(CreateActivitySql(""));
    private static readonly Sql SnapshotOfOne = new(CreateSnapshotSql(OfOne));
    private static readonly Sql SnapshotOfAll = new(CreateSnapshotSql(""));

    // A derived table, so that what is grouped by is a column on both engines and not an expression over a parameter.
    private static string CreateActivitySql(string indicators) => $"""
        SELECT x.Indicator, x.StartsOn, x.Agency, x.Member, x.Amount, SUM(x.Numerator) AS Numerator, SUM(x.Denominator) AS Denominator
        FROM (
            SELECT c.Indicator, CASE WHEN @ByMonth = 1 THEN s.MonthOn ELSE c.StartsOn END AS StartsOn,
                CASE WHEN @ByAgency = 1 THEN s.Agency ELSE '' END AS Agency, c.Member, c.Amount, c.Numerator, c.Denominator
            FROM Segment s
            JOIN Cell c ON c.SegmentId = s.SegmentId
            WHERE {InForce}
                AND c.Dimension = @Dimension AND c.StartsOn BETWEEN @FromDay AND @ToDay
                {indicators}) x
        GROUP BY x.Indicator, x.StartsOn, x.Agency, x.Member, x.Amount
        HAVING {IsCounted("x")}
        """;

    // A snapshot's segment is one day, and of several days the last one counts: a month needs each agency's last only.
    private static string CreateSnapshotSql(string indicators) => $"""
        SELECT x.SegmentId, c.Indicator, c.Member, c.Amount, c.Numerator, c.Denominator
        FROM (
            SELECT s.SegmentId,
                ROW_NUMBER() OVER (PARTITION BY s.Agency, CASE WHEN @ByMonth = 1 THEN s.MonthOn ELSE s.FromDay END
                    ORDER BY s.FromDay DESC) AS Place
            FROM Segment s
            WHERE {InForce}) x
        JOIN Cell c ON c.SegmentId = x.SegmentId
        WHERE x.Place = 1 AND c.Dimension = @Dimension
            {indicators}
        """;

    private static readonly Sql Last = new($"SELECT MAX(s.ToDay) AS ToDay FROM Segment s WHERE {InForce} AND s.CoversDays = 1");

    private static readonly Sql Senders = new("""
        SELECT DISTINCT Agency AS Code
        FROM AgencyReturn
        WHERE Dataset = @Dataset AND Status NOT IN ('rejected', 'held') AND (@KnownAt IS NULL OR ReceivedAt <= @KnownAt)
        """);

    /// <summary>
    /// The last day, from the first that was asked about on, that any return covers; null where none does.
    /// </summary>
    public static async Task<DateOnly?> FindLastDay(ReadSession reading, CountQuery query)
    {
        // Also beyond what was asked about: whether March was whole does not depend on how it is asked for.
        var days = new Period(query.Selection.Days.From, WorkingDayCalendar.LastDay);
        var onwards = query with { Selection = query.Selection with { Days = days } };
        return (await reading.Query<HeldUntil>(Last, CreateParameters(onwards))).Single().ToDay;
    }

    /// <summary>Which days belonged to which return.</summary>
    public static Task<IReadOnlyList<SegmentInForce>> ListSegmentsInForce(ReadSession reading, CountQuery query)
    {
        var reach = query.Selection.Reach;
        return reading.QueryOnce<SegmentInForce>(Held, new
        {
            Dataset = query.Dataset.Name,
            FromMonth = Period.MonthOf(reach.From),
            FromDay = reach.From,
            ToDay = reach.To,
            query.Selection.KnownAt,
            query.Selection.Agency,
        });
    }

    /// <summary>Sums of an activity dataset's cells, by month or by the cell's first day.</summary>
    public static Task<IReadOnlyList<CountTotals>> ListActivityTotals(ReadSession reading, CountQuery query) =>
        reading.Query<CountTotals>(query.Indicators.Count == 1 ? ActivityOfOne : ActivityOfAll, CreateParameters(query));

    /// <summary>Cells of a snapshot dataset's last days.</summary>
    public static Task<IReadOnlyList<SnapshotCell>> ListSnapshotCells(ReadSession reading, CountQuery query) =>
        reading.Query<SnapshotCell>(query.Indicators.Count == 1 ? SnapshotOfOne : SnapshotOfAll, CreateParameters(query));

    /// <summary>The agencies that had sent the dataset.</summary>
    public static async Task<IReadOnlySet<string>> ListSenders(ReadSession reading, CountQuery query) =>
        (await reading.Query<Sender>(Senders, new { Dataset = query.Dataset.Name, query.Selection.KnownAt }))
            .Select(sender => sender.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>The parameters of every SQL text here.</summary>
    internal static object CreateParameters(CountQuery query)
    {
        var (selection, reach) = (query.Selection, query.Selection.Reach);
        return new
        {
            Dataset = query.Dataset.Name,
            Indicator = query.Indicators is [var only] ? only.Code : null,
            Waiting = query.Indicators is [{ Waiting: { } waiting }] ? waiting.Code : null,
            FromMonth = Period.MonthOf(reach.From),
            FromDay = reach.From,
            ToDay = reach.To,
            selection.KnownAt,
            selection.Agency,
            Dimension = query.CellDimension,
            ByMonth = selection.Interval.IsWholeMonths,
            ByAgency = selection.IsByReturn,
        };
    }

    private sealed record HeldUntil
    {
        public required DateOnly? ToDay { get; init; }
    }

    private sealed record Sender
    {
        public required string Code { get; init; }
    }
}
