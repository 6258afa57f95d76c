using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>
/// The queue of accepted returns, and their encrypted bodies. An instance that processes one holds a lease on it.
/// </summary>
internal sealed class QueuedSubmissionStore(Database database, ServiceLimits limits, TimeProvider time)
{
    // Leases and failures: the request that sent the return was audited when it was queued.
    private static readonly WriteScope LeaseScope = WriteScope.WithoutChange(WriteLocks.QueuedSubmissions, audit: null);

    private const string Columns = """
        SELECT a.SubmissionId, a.Agency, g.Name AS AgencyName, g.Sector, a.Dataset, a.FromDay, a.ToDay, a.MediaType, a.ContentHash,
            a.BodyBytes, a.IsStrict, a.IsChanges, a.AcceptedAt, a.Tries, a.Holder, a.BytesRead, a.RecordsRead,
            CASE WHEN EXISTS (SELECT 1 FROM ReturnConfirmation c WHERE c.ReturnId = a.SubmissionId) THEN 1 ELSE 0 END AS IsConfirmed,
            CASE WHEN a.Outcome IS NULL THEN 0 ELSE 1 END AS IsFinished
        FROM AcceptedReturn a
        JOIN Agency g ON g.Agency = a.Agency
        """;

    private static readonly Sql ById = new($"{Columns}\nWHERE a.SubmissionId = @SubmissionId AND a.Agency = @Agency");

    // The earliest of one agency and dataset: the newest return must be the last to be stored.
    private static readonly Sql NextFree = new($"""
        {Columns}
        WHERE a.Outcome IS NULL AND (a.HeldUntil IS NULL OR a.HeldUntil < @Now)
            AND NOT EXISTS (
                SELECT 1 FROM AcceptedReturn e
                WHERE e.Outcome IS NULL AND e.Agency = a.Agency AND e.Dataset = a.Dataset
                    AND (e.AcceptedAt < a.AcceptedAt OR (e.AcceptedAt = a.AcceptedAt AND e.SubmissionId < a.SubmissionId)))
        ORDER BY a.AcceptedAt, a.SubmissionId
        """);

    private static readonly Sql CountWaiting = new("SELECT COUNT(*) FROM AcceptedReturn WHERE Client = @Client AND Outcome IS NULL");

    private static readonly Sql SumWaiting = new("""
        SELECT COALESCE(SUM(CAST(BodyBytes AS BIGINT)), 0)
        FROM AcceptedReturn
        WHERE Client = @Client AND Agency = @Agency AND Outcome IS NULL
        """);

    private static readonly Sql CountById = new("SELECT COUNT(*) FROM AcceptedReturn WHERE SubmissionId = @SubmissionId");

    private static readonly Sql OutcomeById = new($"""
        SELECT {StoredOutcome.Columns} FROM AcceptedReturn WHERE SubmissionId = @SubmissionId AND Outcome IS NOT NULL
        """);

    private static readonly Sql Insert = new("""
        INSERT INTO AcceptedReturn (SubmissionId, Client, Agency, Dataset, FromDay, ToDay, MediaType, ContentHash, BodyBytes, IsStrict,
            IsChanges, AcceptedAt, Tries, BytesRead, RecordsRead)
        VALUES (@SubmissionId, @Client, @Agency, @Dataset, @FromDay, @ToDay, @MediaType, @ContentHash, @BodyBytes, @IsStrict, @IsChanges,
            @AcceptedAt, 0, 0, 0)
        """);

    private static readonly Sql TakeLease = new("""
        UPDATE AcceptedReturn SET Holder = @Holder, HeldUntil = @HeldUntil, Tries = Tries + 1 WHERE SubmissionId = @SubmissionId
        """);

    private static readonly Sql Renew = new("""
        UPDATE AcceptedReturn SET HeldUntil = @HeldUntil, BytesRead = @BytesRead, RecordsRead = @RecordsRead
        WHERE SubmissionId = @SubmissionId AND Holder = @Holder AND Outcome IS NULL
        """);

    private static readonly Sql Release = new("""
        UPDATE AcceptedReturn SET Holder = NULL, HeldUntil = NULL WHERE SubmissionId = @SubmissionId AND Holder = @Holder
            AND Outcome IS NULL
        """);

    private static readonly Sql BodyPart = new("""
        SELECT b.Sealed, (SELECT MAX(l.PartNumber) FROM AcceptedBody l WHERE l.SubmissionId = b.SubmissionId) AS Parts
        FROM AcceptedBody b
        WHERE b.SubmissionId = @SubmissionId AND b.PartNumber = @PartNumber
        """);

    private static readonly Sql Finish = new("""
        UPDATE AcceptedReturn
        SET Holder = NULL, HeldUntil = NULL, BytesRead = BodyBytes, FinishedAt = @FinishedAt, Outcome = @Outcome, ReturnId = @ReturnId,
            Detail = @Detail, LineNumber = @LineNumber, Position = @Position, ReceivedOn = @ReceivedOn
        WHERE SubmissionId = @SubmissionId
        """);

    private static readonly Sql RemoveBody = new("DELETE FROM AcceptedBody WHERE SubmissionId = @SubmissionId");

    // The oldest that are finished, a batch of them, and all those of the last one's millisecond.
    private static readonly Sql RemoveBatch = new("""
        DELETE FROM AcceptedReturn
        WHERE FinishedAt <= (
            SELECT MAX(x.FinishedAt)
            FROM (SELECT a.FinishedAt, ROW_NUMBER() OVER (ORDER BY a.FinishedAt) AS Place
                FROM AcceptedReturn a WHERE a.FinishedAt < @NotBefore) x
            WHERE x.Place <= @Batch)
        """);

    private static readonly Sql CountFinishedBefore = new("SELECT COUNT(*) FROM AcceptedReturn WHERE FinishedAt < @NotBefore");

    /// <summary>Queues a return with its body, unless its client has as many waiting as it may have.</summary>
    public Task<Outcome> Enqueue(IncomingReturn incoming, string client, BodyEncryption encryption, CancellationToken cancel)
    {
        var acceptedAt = Instant.Now(time);
        var id = Guid.CreateVersion7(acceptedAt).ToString();
        return database.Write(WriteScope.WithoutChange(WriteLocks.QueuedSubmissions, incoming.Audit), async work =>
        {
            if (incoming.Idempotency is { } store && await store.Find(work) is { } before) return before;
            var outcome = new Outcome.Queued(id);
            // Stored by an earlier try of this unit of work.
            if (await work.Count(CountById, new { SubmissionId = id }) > 0) return outcome;
            if (await work.Count(CountWaiting, new { Client = client }) >= limits.AcceptedWaiting)
                return new Outcome.QueueFull(limits.AcceptedWaiting);
            var waiting = await work.Count(SumWaiting, new { Client = client, Agency = incoming.Agency.Code });
            if (waiting > 0 && waiting + incoming.Body.Length > limits.AcceptedBytes)
                return new Outcome.QueueTooLarge(limits.AcceptedBytes);
            await work.Execute(Insert, new
            {
                SubmissionId = id,
                Client = client,
                Agency = incoming.Agency.Code,
                Dataset = incoming.Dataset.Name,
                FromDay = incoming.Days.From,
                ToDay = incoming.Days.To,
                incoming.MediaType,
                ContentHash = incoming.Body.Hash,
                BodyBytes = (int)incoming.Body.Length,
                incoming.IsStrict,
                incoming.IsChanges,
                AcceptedAt = acceptedAt,
            });
            using (var body = incoming.Body.OpenRead())
            {
                var parts = encryption.EncryptParts(id, body).Select((part, i) => new object?[] { id, i + 1, part });
                work.BulkInsert("AcceptedBody", ["SubmissionId", "PartNumber", "Sealed"], parts);
            }

            if (incoming.IsConfirmed) await BeforehandConfirmation.Add(work, incoming, id, acceptedAt);
            if (incoming.Idempotency is { } own) await own.Save(work, outcome);
            await work.Commit();
            return (Outcome)outcome;
        }, cancel);
    }

    /// <summary>
    /// A queued return of an agency with its outcome, which is null while it waits or is processed; null where there is
    /// none.
    /// </summary>
    public Task<(QueuedSubmission Queued, Outcome? Outcome)?> Find(string submissionId, string agency, CancellationToken cancel) =>
        database.Read<(QueuedSubmission, Outcome?)?>(async reading =>
        {
            var queued = await reading.First<QueuedSubmission>(ById, new { SubmissionId = submissionId, Agency = agency });
            return queued is null ? null : (queued, queued.IsFinished ? await FindOutcome(reading, submissionId) : null);
        }, cancel);

    /// <summary>Takes a lease on the next return that no instance holds; null where there is none.</summary>
    public async Task<QueuedSubmission?> Claim(string holder, CancellationToken cancel)
    {
        // Read first, without the write lock: most of the time the queue is empty.
        if (await database.Read(reading => reading.First<QueuedSubmission>(NextFree, new { Now = Instant.Now(time) }), cancel) is null)
            return null;
        return await database.Write<QueuedSubmission?>(LeaseScope, async work =>
        {
            var now = Instant.Now(time);
            if (await work.First<QueuedSubmission>(NextFree, new { Now = now }) is not { } free) return null;
            await work.Execute(TakeLease, new { free.SubmissionId, Holder = holder, HeldUntil = now.AddSeconds(limits.LeaseSeconds) });
            await work.Commit();
            return free with { Tries = free.Tries + 1, Holder = holder };
        }, cancel);
    }

    /// <summary>Renews the lease of the instance that processes a return, and stores how far it is.</summary>
    public Task<bool> RenewLease(QueuedSubmission held, ReadProgress progress, CancellationToken cancel) =>
        database.Write(LeaseScope, work => work.ExecuteAndCommit(Renew, new
        {
            held.SubmissionId,
            held.Holder,
            HeldUntil = Instant.Now(time).AddSeconds(limits.LeaseSeconds),
            BytesRead = (int)progress.BytesRead,
            progress.RecordsRead,
        }), cancel);

    /// <summary>Ends the lease, so that another instance can process the return.</summary>
    public Task<bool> ReleaseLease(QueuedSubmission held, CancellationToken cancel) =>
        database.Write(LeaseScope, work => work.ExecuteAndCommit(Release, new { held.SubmissionId, held.Holder }), cancel);

    /// <summary>
    /// One encrypted part of a body, from 1, and how many parts there are; null where there is none of this number.
    /// </summary>
    public async Task<(byte[] Encrypted, int Parts)?> FindPart(string submissionId, int number, CancellationToken cancel)
    {
        var parameters = new { SubmissionId = submissionId, PartNumber = number };
        return await database.Read(reading => reading.First<PartRow>(BodyPart, parameters), cancel) is { } row
            ? (row.Sealed, row.Parts)
            : null;
    }

    /// <summary>Where the outcome of a queued return is stored, in the transaction of the return.</summary>
    public IIdempotencyStore CreateIdempotencyStore(QueuedSubmission queued) => new SubmissionIdempotencyStore(queued.SubmissionId, time);

    /// <summary>Stores that a return cannot be processed, unless it has an outcome already.</summary>
    public Task<bool> Fail(QueuedSubmission queued, Outcome outcome, CancellationToken cancel) => database.Write(LeaseScope, async work =>
    {
        var store = CreateIdempotencyStore(queued);
        if (await store.Find(work) is not null) return false;
        await store.Save(work, outcome);
        await work.Commit();
        return true;
    }, cancel);

    /// <summary>Removes a batch of the returns that were finished before an instant, and commits.</summary>
    /// <returns>False where none is left.</returns>
    public static async Task<bool> SweepBatch(UnitOfWork work, DateTimeOffset notBefore, int batch)
    {
        await work.Execute(RemoveBatch, new { NotBefore = notBefore, Batch = batch });
        var areSomeLeft = await work.Count(CountFinishedBefore, new { NotBefore = notBefore }) > 0;
        await work.Commit();
        return areSomeLeft;
    }

    private static async Task<Outcome?> FindOutcome(ReadSession reading, string submissionId) =>
        await reading.First<StoredOutcome>(OutcomeById, new { SubmissionId = submissionId }) is { } stored
            ? await stored.ToOutcome(reading)
            : null;

    // Removes the body in the transaction that stores the return.
    private sealed class SubmissionIdempotencyStore(string submissionId, TimeProvider time) : IIdempotencyStore
    {
        public Task<Outcome?> Find(UnitOfWork work) => FindOutcome(work, submissionId);

        public async Task Save(UnitOfWork work, Outcome outcome)
        {
            var stored = StoredOutcome.FromOutcome(outcome);
            await work.Execute(Finish, new
            {
                SubmissionId = submissionId,
                FinishedAt = Instant.Now(time),
                stored.Outcome,
                stored.ReturnId,
                stored.Detail,
                stored.LineNumber,
                stored.Position,
                stored.ReceivedOn,
            });
            await work.Execute(RemoveBody, new { SubmissionId = submissionId });
        }
    }

    private sealed record PartRow
    {
        public required byte[] Sealed { get; init; }

        public required int Parts { get; init; }
    }
}
