using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>
/// The older records that segments of changes judge again. What that changes is stored for each record, so that it is added
/// again without the record.
/// </summary>
internal static class RejudgedRecords
{
    private static readonly IReadOnlyList<string> Columns =
    [
        "SegmentId", "ReturnId", "RecordNumber", "Indicator", "Dimension", "StartsOn", "Member", "Amount", "Numerator", "Denominator",
    ];

    private static readonly Sql OfSegment = new("""
        SELECT ReturnId, RecordNumber, Indicator, Dimension, StartsOn, Member, Amount, Numerator, Denominator
        FROM RejudgedRecord
        WHERE SegmentId = @SegmentId
        ORDER BY ReturnId, RecordNumber
        """);

    private static readonly Sql OfRemoved = new("""
        SELECT j.Indicator, j.Dimension, j.StartsOn, j.Member, j.Amount, j.Numerator, j.Denominator
        FROM RejudgedRecord j
        JOIN RemovedRecord m ON m.ReturnId = j.ReturnId AND m.RecordNumber = j.RecordNumber
        WHERE j.SegmentId = @SegmentId
        """);

    private static readonly Sql OfRemovedInMonth = new("""
        SELECT s.SegmentId, y.JudgedOn, j.ReturnId, j.RecordNumber, j.Indicator, j.Dimension, j.StartsOn, j.Member, j.Amount, j.Numerator,
            j.Denominator
        FROM Segment s
        JOIN JudgingReturn y ON y.ReturnId = s.ReturnId
        JOIN RejudgedRecord j ON j.SegmentId = s.SegmentId
        JOIN RemovedRecord m ON m.ReturnId = j.ReturnId AND m.RecordNumber = j.RecordNumber
        WHERE s.Agency = @Agency AND s.Dataset = @Dataset AND s.MonthOn = @MonthOn AND s.CoversDays = 0
        ORDER BY j.ReturnId, j.RecordNumber, j.Indicator, j.Dimension, j.Member, j.Amount
        """);

    private static readonly Sql CopyAll = new("""
        INSERT INTO RejudgedRecord (SegmentId, ReturnId, RecordNumber, Indicator, Dimension, StartsOn, Member, Amount, Numerator,
            Denominator)
        SELECT @To, j.ReturnId, j.RecordNumber, j.Indicator, j.Dimension, j.StartsOn, j.Member, j.Amount, j.Numerator, j.Denominator
        FROM RejudgedRecord j
        WHERE j.SegmentId = @From
        """);

    /// <summary>The records that a segment judges again.</summary>
    public static async Task<IReadOnlyList<RejudgedRecord>> List(ReadSession reading, string segmentId) =>
    [
        .. (await reading.Query<Row>(OfSegment, new { SegmentId = segmentId }))
            .GroupBy(row => (row.ReturnId, row.RecordNumber))
            .Select(of => new RejudgedRecord(
                of.Key.ReturnId, of.Key.RecordNumber, of.First().StartsOn, [.. of.Select(row => row.ToCell())])),
    ];

    /// <summary>
    /// The records of a month that were judged again and were removed since, each with the day on which it was: they cannot be judged
    /// anew. A difference that segments had one after another is there once, with the first of the days.
    /// </summary>
    public static async Task<IReadOnlyList<(DateOnly On, RejudgedRecord Record)>> ListRemoved(
        ReadSession reading, string agency, string dataset, DateOnly month) =>
    [
        .. (await reading.Query<Row>(OfRemovedInMonth, new { Agency = agency, Dataset = dataset, MonthOn = month }))
            .GroupBy(row => (row.SegmentId, row.JudgedOn, row.ReturnId, row.RecordNumber))
            .Select(of => (
                On: of.Key.JudgedOn!.Value,
                Record: new RejudgedRecord(of.Key.ReturnId, of.Key.RecordNumber, of.First().StartsOn, [.. of.Select(row => row.ToCell())])))
            .OrderBy(one => one.On)
            .DistinctBy(one => (one.Record.ReturnId, one.Record.RecordNumber, string.Join('\n', one.Record.Difference))),
    ];

    /// <summary>Adds what a segment's judging changes to its cells.</summary>
    public static async Task Add(ReadSession reading, string segmentId, CellAggregator cells)
    {
        foreach (var row in await reading.Query<Row>(OfSegment, new { SegmentId = segmentId })) cells.Add(row.ToCell());
    }

    /// <summary>
    /// Adds what judging changes of records that were removed since, where those that are kept are measured as they are judged.
    /// </summary>
    public static async Task AddRemoved(ReadSession reading, string segmentId, CellAggregator cells)
    {
        foreach (var cell in await CellRow.List(reading, OfRemoved, new { SegmentId = segmentId })) cells.Add(cell);
    }

    /// <summary>Stores the records that segments judge again.</summary>
    public static void Insert(UnitOfWork work, IEnumerable<(string SegmentId, RejudgedRecord Record)> records)
    {
        var rows = records
            .OrderBy(one => one.SegmentId, StringComparer.Ordinal)
            .ThenBy(one => one.Record.ReturnId, StringComparer.Ordinal).ThenBy(one => one.Record.RecordNumber)
            .SelectMany(one => one.Record.Difference.Select(cell => new object?[]
            {
                one.SegmentId, one.Record.ReturnId, one.Record.RecordNumber, cell.Indicator, cell.Dimension, cell.StartsOn, cell.Member,
                cell.Amount, cell.Numerator, cell.Denominator,
            }))
            .ToList();
        if (rows.Count > 0) work.BulkInsert("RejudgedRecord", Columns, rows);
    }

    /// <summary>Gives a segment that continues another the same records.</summary>
    public static Task Copy(UnitOfWork work, string from, string to) => work.Execute(CopyAll, new { From = from, To = to });

    private sealed record Row : CellRow
    {
        public string? SegmentId { get; init; }

        public DateOnly? JudgedOn { get; init; }

        public required string ReturnId { get; init; }

        public required int RecordNumber { get; init; }
    }
}
