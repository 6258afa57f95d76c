using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Retention;

/// <summary>
/// Removes records that have been out of force for the retention period although their return is in force: those whose keys
/// newer returns stated.
/// </summary>
internal static class RestatedRecordRetention
{
    // A record that was out of force before counts from the first time: it is in force again only after a withdrawal.
    private const string IsDue = """
        FROM RestatedRecord x
        JOIN Segment s ON s.SegmentId = x.SegmentId
        WHERE (@ReturnId IS NULL OR x.ReturnId = @ReturnId) AND NOT EXISTS (
            SELECT 1 FROM RemovedRecord m WHERE m.ReturnId = x.ReturnId AND m.RecordNumber = x.RecordNumber)
        GROUP BY x.ReturnId, x.RecordNumber
        HAVING MIN(s.BeganAt) < @Before AND SUM(CASE WHEN s.EndedAt IS NULL THEN 1 ELSE 0 END) > 0
        """;

    private static readonly Sql DueReturns = new($"""
        SELECT DISTINCT r.ReturnId, r.Agency, r.Dataset
        FROM (SELECT x.ReturnId, x.RecordNumber {IsDue}) d
        JOIN AgencyReturn r ON r.ReturnId = d.ReturnId
        WHERE NOT EXISTS (SELECT 1 FROM ForgottenReturn f WHERE f.ReturnId = r.ReturnId)
        ORDER BY r.ReturnId
        """);

    private static readonly Sql DueRecords = new($"SELECT x.RecordNumber {IsDue} ORDER BY x.RecordNumber");

    /// <summary>Removes them, those of each return in a transaction of their own.</summary>
    /// <param name="database">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="before">The instant before which they went out of force.</param>
    /// <param name="cancel">Ends it after the return at hand.</param>
    public static async Task<PurgeResult> Run(Database database, TimeProvider time, DateTimeOffset before, CancellationToken cancel)
    {
        var all = new { ReturnId = (string?)null, Before = before };
        var sum = new PurgeResult(0, 0, 0);
        foreach (var one in await database.Read(reading => reading.Query<ReturnRow>(DueReturns, all), cancel))
        {
            cancel.ThrowIfCancellationRequested();
            var dataset = DatasetCatalogue.Find(one.Dataset)!;
            var entry = AuditEntry.ForService(AuditAction.Retention, one.ReturnId, Instant.Now(time));
            sum = sum.Add(await database.Write(WriteScope.ForReturns(one.Agency, one.Dataset, entry), async work =>
            {
                // Asked again under the lock: a withdrawal may have brought a record back.
                var due = await work.Query<RecordRow>(DueRecords, new { ReturnId = one.ReturnId, Before = before });
                var numbers = due.Select(row => row.RecordNumber).ToHashSet();
                if (numbers.Count == 0) return new PurgeResult(0, 0, 0);
                await RecordRemoval.Remove(work, dataset, one.ReturnId, numbers.Order());
                var findings = await RecordFindings.Remove(work, one.ReturnId, numbers, []);
                entry.SetResult(records: numbers.Count);
                await work.Commit();
                return new PurgeResult(0, numbers.Count, findings);
            }, cancel));
        }

        return sum;
    }

    private sealed record ReturnRow
    {
        public required string ReturnId { get; init; }

        public required string Agency { get; init; }

        public required string Dataset { get; init; }
    }

    private sealed record RecordRow
    {
        public required int RecordNumber { get; init; }
    }
}
