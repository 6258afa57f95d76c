using System.Data.Common;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>
/// The records that are out of force because a newer return states their keys, by the segment of changes that takes them
/// away.
/// </summary>
internal static class RestatedRecords
{
    private static readonly Sql Returns = new("""
        SELECT DISTINCT r.ReturnId, r.Agency, r.FromDay, r.ToDay, r.ReceivedOn, r.Ordinal
        FROM RestatedRecord x
        JOIN AgencyReturn r ON r.ReturnId = x.ReturnId
        WHERE x.SegmentId = @SegmentId
        """);

    private static readonly Sql ReturnsOfAll = new("""
        SELECT DISTINCT r.ReturnId, r.Agency, r.FromDay, r.ToDay, r.ReceivedOn, r.Ordinal
        FROM Segment s
        JOIN RestatedRecord x ON x.SegmentId = s.SegmentId
        JOIN AgencyReturn r ON r.ReturnId = x.ReturnId
        WHERE s.ReturnId = @ByReturnId AND s.EndedAt IS NULL
        """);

    private static readonly Sql InForce = new($"""
        SELECT x.ReturnId, x.RecordNumber
        FROM Segment s
        JOIN RestatedRecord x ON x.SegmentId = s.SegmentId
        WHERE s.CoversDays = 0 AND {FigureStore.InForce}
        """);

    private static readonly Sql OfReturn = new("""
        SELECT COUNT(*)
        FROM RestatedRecord x
        JOIN Segment s ON s.SegmentId = x.SegmentId
        WHERE x.ReturnId = @ReturnId AND s.EndedAt IS NULL
        """);

    /// <summary>Takes the records of a segment of changes away from the cells, each as it is measured in its return.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="calendar">The working days; null for those of now.</param>
    /// <param name="judged">The days on which records were judged last; null for those of receipt.</param>
    public static async Task Subtract(
        ReadSession reading, Dataset dataset, string segmentId, CellAggregator cells, WorkingDayCalendar? calendar = null,
        JudgingDays? judged = null)
    {
        var of = new { SegmentId = segmentId };
        var returns = await reading.Query<ReturnFacts>(Returns, of);
        await Subtract(reading, dataset, returns, RecordSql.Get(dataset).Restated, of, cells, calendar, judged);
        foreach (var cell in await RemovedRecords.ListRestated(reading, segmentId)) cells.Subtract(cell);
    }

    /// <summary>Takes all records that a return takes out of force away from the cells of their days.</summary>
    public static async Task SubtractAll(ReadSession reading, Dataset dataset, string byReturnId, CellAggregator cells)
    {
        var of = new { ByReturnId = byReturnId };
        var returns = await reading.Query<ReturnFacts>(ReturnsOfAll, of);
        await Subtract(reading, dataset, returns, RecordSql.Get(dataset).RestatedBy, of, cells, calendar: null, judged: null);
        foreach (var cell in await RemovedRecords.ListRestatedBy(reading, byReturnId)) cells.Subtract(cell);
    }

    private static async Task Subtract(
        ReadSession reading, Dataset dataset, IReadOnlyList<ReturnFacts> returns, Sql records, object of, CellAggregator cells,
        WorkingDayCalendar? calendar, JudgingDays? judged)
    {
        if (returns.Count == 0) return;
        calendar ??= await AddedBankHolidayStore.ReadCalendar(reading);
        var facts = returns.ToDictionary(
            row => row.ReturnId,
            row => row.Context with
            {
                Calendar = calendar,
                ReceivedOn = judged?.Find(row.Agency, row.Ordinal, row.ReceivedOn) ?? row.ReceivedOn,
            },
            StringComparer.Ordinal);
        await dataset.Accept(new RecordVisitor(() => reading.Stream(records, of), facts, cells));
    }

    /// <summary>The records that newer returns restate, among those behind the figures that are asked for.</summary>
    public static async Task<IReadOnlySet<(string ReturnId, int Number)>> List(ReadSession reading, CountQuery query) =>
        query.Dataset.IsOfEvents
            ? (await reading.Query<Row>(InForce, FigureStore.CreateParameters(query)))
                .Select(row => (row.ReturnId, row.RecordNumber)).ToHashSet()
            : [];

    /// <summary>True where a newer return states the key of a record of this one.</summary>
    public static async Task<bool> AnyOf(ReadSession reading, string returnId) =>
        await reading.Count(OfReturn, new { ReturnId = returnId }) > 0;

    private sealed class RecordVisitor(
        Func<Task<DbDataReader>> read, Dictionary<string, ReturnContext> facts, CellAggregator cells) : IDatasetVisitor<Task>
    {
        public async Task Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            await using var rows = await read();
            var record = new TRecord();
            var (returnId, measurer) = ("", (RecordMeasurer<TRecord>?)null);
            while (await rows.ReadAsync())
            {
                var of = rows.GetString(0);
                if (measurer is null || of != returnId)
                    (returnId, measurer) = (of, new RecordMeasurer<TRecord>(dataset, facts[of], cells));
                for (var i = 0; i < dataset.Fields.Count; i++) dataset.Fields[i].LoadFromRow(rows, i + 2, record);
                measurer.Subtract(record);
            }
        }
    }

    private sealed record Row
    {
        public required string ReturnId { get; init; }

        public required int RecordNumber { get; init; }
    }
}
