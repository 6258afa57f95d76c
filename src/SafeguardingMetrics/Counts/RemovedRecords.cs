using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>
/// What is left of records of events that were removed: what each counted for, so that figures stay what they are when a
/// return's days are divided anew or a newer return states the record's key.
/// </summary>
internal static class RemovedRecords
{
    private const string Table = "RemovedRecordCount";

    private static readonly IReadOnlyList<string> Columns =
    [
        "ReturnId", "RecordNumber", "Indicator", "Dimension", "StartsOn", "Member", "Amount", "Numerator", "Denominator",
    ];

    private static readonly Sql OfReturn = new("""
        SELECT Indicator, Dimension, StartsOn, Member, Amount, SUM(Numerator) AS Numerator, SUM(Denominator) AS Denominator
        FROM RemovedRecordCount
        WHERE ReturnId = @ReturnId
        GROUP BY Indicator, Dimension, StartsOn, Member, Amount
        """);

    private static readonly Sql RestatedBy = new("""
        SELECT c.Indicator, c.Dimension, c.StartsOn, c.Member, c.Amount, SUM(c.Numerator) AS Numerator, SUM(c.Denominator) AS Denominator
        FROM RestatedRecord x
        JOIN RemovedRecordCount c ON c.ReturnId = x.ReturnId AND c.RecordNumber = x.RecordNumber
        WHERE x.SegmentId = @SegmentId
        GROUP BY c.Indicator, c.Dimension, c.StartsOn, c.Member, c.Amount
        """);

    private static readonly Sql RestatedByReturn = new("""
        SELECT c.Indicator, c.Dimension, c.StartsOn, c.Member, c.Amount, SUM(c.Numerator) AS Numerator, SUM(c.Denominator) AS Denominator
        FROM Segment s
        JOIN RestatedRecord x ON x.SegmentId = s.SegmentId
        JOIN RemovedRecordCount c ON c.ReturnId = x.ReturnId AND c.RecordNumber = x.RecordNumber
        WHERE s.ReturnId = @ByReturnId AND s.EndedAt IS NULL
        GROUP BY c.Indicator, c.Dimension, c.StartsOn, c.Member, c.Amount
        """);

    private static readonly Sql Behind = new($"""
        SELECT COUNT(*)
        FROM Segment s
        JOIN RemovedRecord m ON m.ReturnId = s.ReturnId AND m.CountedOn BETWEEN s.FromDay AND s.ToDay
        WHERE {FigureStore.InForce} AND NOT EXISTS (
            SELECT 1
            FROM RestatedRecord x
            JOIN Segment n ON n.SegmentId = x.SegmentId AND n.EndedAt IS NULL
            WHERE x.ReturnId = m.ReturnId AND x.RecordNumber = m.RecordNumber)
        """);

    private static readonly Sql ForgetCounts = new("DELETE FROM RemovedRecordCount WHERE ReturnId = @ReturnId");
    private static readonly Sql ForgetRecords = new("DELETE FROM RemovedRecord WHERE ReturnId = @ReturnId");

    /// <summary>What a return's removed records counted for, by day.</summary>
    public static Task<IReadOnlyList<Cell>> List(ReadSession reading, string returnId) =>
        CellRow.List(reading, OfReturn, new { ReturnId = returnId });

    /// <summary>What the removed records that a segment of changes restates counted for, by day.</summary>
    public static Task<IReadOnlyList<Cell>> ListRestated(ReadSession reading, string segmentId) =>
        CellRow.List(reading, RestatedBy, new { SegmentId = segmentId });

    /// <summary>What all removed records that a return takes out of force counted for, by day.</summary>
    public static Task<IReadOnlyList<Cell>> ListRestatedBy(ReadSession reading, string byReturnId) =>
        CellRow.List(reading, RestatedByReturn, new { ByReturnId = byReturnId });

    /// <summary>True where figures count a record that was removed.</summary>
    public static async Task<bool> AnyInForce(ReadSession reading, CountQuery query) =>
        await reading.Count(Behind, FigureStore.CreateParameters(query)) > 0;

    /// <summary>Stores what a record counts for, before it is removed.</summary>
    public static async Task Keep<TRecord>(
        UnitOfWork work, Dataset<TRecord> dataset, ReturnFacts facts, int number, TRecord record) where TRecord : class, new()
    {
        var context = facts.Context with { Calendar = await AddedBankHolidayStore.ReadCalendar(work) };
        var day = dataset.GetCountedOn(record, context);
        var cells = CellAggregator.CreateAllByDay(dataset, [Period.FromDay(day)]);
        new RecordMeasurer<TRecord>(dataset, context, cells).Add(record);
        work.BulkInsert(Table, Columns, cells.GetCells().Select(cell => new object?[]
        {
            facts.ReturnId, number, cell.Indicator, cell.Dimension, cell.StartsOn, cell.Member, cell.Amount, cell.Numerator,
            cell.Denominator,
        }));
    }

    /// <summary>Forgets a return's removed records.</summary>
    public static async Task Forget(UnitOfWork work, string returnId)
    {
        await work.Execute(ForgetCounts, new { ReturnId = returnId });
        await work.Execute(ForgetRecords, new { ReturnId = returnId });
    }
}
