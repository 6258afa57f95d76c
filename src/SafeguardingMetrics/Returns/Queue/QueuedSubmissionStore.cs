using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>The rows of accepted returns and their bodies.</summary>
internal sealed class QueuedSubmissionStore(Database database, ServiceLimits limits, TimeProvider time)
{
    // Leases and failures: the request that sent the return was audited when it was enqueued.
    private static readonly WriteScope Scope = WriteScope.WithoutChange(WriteLocks.QueuedSubmissions, audit: null);

    private const string Columns = """
        SELECT a.SubmissionId, a.Agency, g.Name AS AgencyName, g.Sector, a.Dataset, a.FromDay, a.ToDay, a.MediaType, a.ContentHash, a.BodyBytes, a.IsStrict, a.AcceptedAt,
            a.Tries, a.Holder, a.BytesRead, a.RecordsRead, a.Outcome, a.ReturnId, a.Detail, a.LineNumber, a.Position, a.ReceivedOn
        FROM AcceptedReturn a
        JOIN Agency g ON g.Agency = a.Agency
        """;

    private static readonly Sql ById = new($"{Columns}\nWHERE a.SubmissionId = @SubmissionId AND (@Own IS NULL OR a.Agency = @Own)");

    // Of one agency and dataset the one that was accepted first: the newest return must be the last to be stored.
    private static readonly Sql Free = new($"""
        {Columns}
        WHERE a.Outcome IS NULL AND (a.HeldUntil IS NULL OR a.HeldUntil < @Now)
            AND NOT EXISTS (
                SELECT 1 FROM AcceptedReturn e
                WHERE e.Outcome IS NULL AND e.Agency = a.Agency AND e.Dataset = a.Dataset
                    AND (e.AcceptedAt < a.AcceptedAt OR (e.AcceptedAt = a.AcceptedAt AND e.SubmissionId < a.SubmissionId)))
        ORDER BY a.AcceptedAt, a.SubmissionId
        """);

    private static readonly Sql Waiting = new("SELECT COUNT(*) FROM AcceptedReturn WHERE Client = @Client AND Outcome IS NULL");

    private static readonly Sql There = new("SELECT COUNT(*) FROM AcceptedReturn WHERE SubmissionId = @SubmissionId");

    private static readonly Sql Insert = new("""
        INSERT INTO AcceptedReturn (SubmissionId, Client, Agency, Dataset, FromDay, ToDay, MediaType, ContentHash, BodyBytes, IsStrict, AcceptedAt, Tries, BytesRead, RecordsRead)
        VALUES (@SubmissionId, @Client, @Agency, @Dataset, @FromDay, @ToDay, @MediaType, @ContentHash, @BodyBytes, @IsStrict, @AcceptedAt, 0, 0, 0)
        """);

    private static readonly Sql Take = new("UPDATE AcceptedReturn SET Holder = @Holder, HeldUntil = @HeldUntil, Tries = Tries + 1 WHERE SubmissionId = @SubmissionId");

    private static readonly Sql Renew = new("""
        UPDATE AcceptedReturn SET HeldUntil = @HeldUntil, BytesRead = @BytesRead, RecordsRead = @RecordsRead
        WHERE SubmissionId = @SubmissionId AND Holder = @Holder AND Outcome IS NULL
        """);

    private static readonly Sql LetGo = new("UPDATE AcceptedReturn SET Holder = NULL, HeldUntil = NULL WHERE SubmissionId = @SubmissionId AND Holder = @Holder AND Outcome IS NULL");

    private static readonly Sql Part = new("SELECT b.Sealed, (SELECT MAX(l.PartNumber) FROM AcceptedBody l WHERE l.SubmissionId = b.SubmissionId) AS Parts FROM AcceptedBody b WHERE b.SubmissionId = @SubmissionId AND b.PartNumber = @PartNumber");

    private static readonly Sql Finish = new("""
        UPDATE AcceptedReturn
        SET Holder = NULL, HeldUntil = NULL, BytesRead = BodyBytes, FinishedAt = @FinishedAt, Outcome = @Outcome, ReturnId = @ReturnId, Detail = @Detail, LineNumber = @LineNumber,
            Position = @Position, ReceivedOn = @ReceivedOn
        WHERE SubmissionId = @SubmissionId
        """);

    private static readonly Sql RemoveBody = new("DELETE FROM AcceptedBody WHERE SubmissionId = @SubmissionId");

    private static readonly Sql Sweep = new("""
        DELETE FROM AcceptedReturn
        WHERE FinishedAt <= (
            SELECT MAX(x.FinishedAt)
            FROM (SELECT a.FinishedAt, ROW_NUMBER() OVER (ORDER BY a.FinishedAt) AS Place FROM AcceptedReturn a WHERE a.FinishedAt < @NotBefore) x
            WHERE x.Place <= @Batch)
        """);

    private static readonly Sql Old = new("SELECT COUNT(*) FROM AcceptedReturn WHERE FinishedAt < @NotBefore");

    /// <summary>Keeps a return and its body until it is worked on; null where its client has as many waiting as may.</summary>
    public Task<Outcome?> Enqueue(IncomingReturn incoming, string client, BodyEncryption seal, CancellationToken cancel)
    {
        var acceptedAt = Instant.Now(time);
        var id = Guid.CreateVersion7(acceptedAt).ToString();
        return database.Write<Outcome?>(WriteScope.WithoutChange(WriteLocks.QueuedSubmissions, incoming.Audit), async work =>
        {
            if (incoming.Idempotency is { } trace && await trace.Find(work) is { } before) return before;
            Outcome outcome = new Outcome.Queued(id);
            if (await work.Count(There, new { SubmissionId = id }) > 0) return outcome;
            if (await work.Count(Waiting, new { Client = client }) >= limits.AcceptedWaiting) return null;
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
                AcceptedAt = acceptedAt,
            });
            using (var body = incoming.Body.OpenRead())
            {
                work.BulkInsert("AcceptedBody", ["SubmissionId", "PartNumber", "Sealed"], seal.EncryptParts(id, body).Select((part, i) => new object?[] { id, i + 1, part }));
            }

            if (incoming.Idempotency is { } own) await own.Save(work, outcome);
            await work.Commit();
            return outcome;
        }, cancel);
    }

    /// <summary>An accepted return, where it is the agency's own, and what became of it.</summary>
    public Task<(QueuedSubmission? Accepted, Outcome? Outcome)> Find(string submissionId, string? own, CancellationToken cancel) => database.Read<(QueuedSubmission?, Outcome?)>(async reading =>
    {
        var accepted = await reading.First<QueuedSubmission>(ById, new { SubmissionId = submissionId, Own = own });
        return (accepted, accepted?.Outcome is null ? null : await accepted.ToStoredOutcome().ToOutcome(reading));
    }, cancel);

    /// <summary>Takes hold of the next that is free; null where none is.</summary>
    public async Task<QueuedSubmission?> Claim(string holder, CancellationToken cancel)
    {
        // Asked without the writer's turn first: most of the time there is nothing to do.
        if (await database.Read(reading => reading.First<QueuedSubmission>(Free, new { Now = Instant.Now(time) }), cancel) is null) return null;
        return await database.Write<QueuedSubmission?>(Scope, async work =>
        {
            var now = Instant.Now(time);
            if (await work.First<QueuedSubmission>(Free, new { Now = now }) is not { } free) return null;
            await work.Execute(Take, new { free.SubmissionId, Holder = holder, HeldUntil = now.AddSeconds(limits.LeaseSeconds) });
            await work.Commit();
            return free with { Tries = free.Tries + 1, Holder = holder };
        }, cancel);
    }

    /// <summary>Says that its holder is alive, and how far it is.</summary>
    public Task<bool> RenewLease(QueuedSubmission held, ReadProgress progress, CancellationToken cancel) => database.Write(Scope, work => work.ExecuteAndCommit(Renew, new
    {
        held.SubmissionId,
        held.Holder,
        HeldUntil = Instant.Now(time).AddSeconds(limits.LeaseSeconds),
        BytesRead = (int)progress.BytesRead,
        progress.RecordsRead,
    }), cancel);

    /// <summary>Leaves it to another.</summary>
    public Task<bool> ReleaseLease(QueuedSubmission held, CancellationToken cancel) =>
        database.Write(Scope, work => work.ExecuteAndCommit(LetGo, new { held.SubmissionId, held.Holder }), cancel);

    /// <summary>A part of its body, still sealed, and how many parts there are.</summary>
    public async Task<(byte[] Sealed, int Parts)?> FindPart(string submissionId, int number, CancellationToken cancel) =>
        await database.Read(reading => reading.First<PartRow>(Part, new { SubmissionId = submissionId, PartNumber = number }), cancel) is { } row ? (row.Sealed, row.Parts) : null;

    /// <summary>What became of it, found or kept within a unit of work.</summary>
    public IIdempotencyStore CreateIdempotencyStore(QueuedSubmission accepted) => new SubmissionIdempotencyStore(accepted.SubmissionId, time);

    /// <summary>Gives up: it cannot be worked on.</summary>
    public Task<bool> Fail(QueuedSubmission accepted, Outcome outcome, CancellationToken cancel) => database.Write(Scope, async work =>
    {
        var trace = CreateIdempotencyStore(accepted);
        if (await trace.Find(work) is not null) return false;
        await trace.Save(work, outcome);
        await work.Commit();
        return true;
    }, cancel);

    /// <summary>Forgets a batch of those that were done before an instant; false where none is left.</summary>
    public static async Task<bool> SweepBatch(UnitOfWork work, DateTimeOffset notBefore, int batch)
    {
        await work.Execute(Sweep, new { NotBefore = notBefore, Batch = batch });
        var areSomeLeft = await work.Count(Old, new { NotBefore = notBefore }) > 0;
        await work.Commit();
        return areSomeLeft;
    }

    // The body goes with the transaction that stores the return.
    private sealed class SubmissionIdempotencyStore(string submissionId, TimeProvider time) : IIdempotencyStore
    {
        public async Task<Outcome?> Find(UnitOfWork work) =>
            await work.First<QueuedSubmission>(ById, new { SubmissionId = submissionId, Own = (string?)null }) is { Outcome: not null } done ? await done.ToStoredOutcome().ToOutcome(work) : null;

        public async Task Save(UnitOfWork work, Outcome outcome)
        {
            var kept = StoredOutcome.FromOutcome(outcome);
            await work.Execute(Finish, new { SubmissionId = submissionId, FinishedAt = Instant.Now(time), kept.Outcome, kept.ReturnId, kept.Detail, kept.LineNumber, kept.Position, kept.ReceivedOn });
            await work.Execute(RemoveBody, new { SubmissionId = submissionId });
        }
    }

    private sealed record PartRow
    {
        public required byte[] Sealed { get; init; }

        public required int Parts { get; init; }
    }
}
