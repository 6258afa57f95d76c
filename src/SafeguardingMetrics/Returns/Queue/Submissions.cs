using SafeguardingMetrics.Returns.Idempotency;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>
/// Submits returns: processes them now or queues them, once for each idempotency key; and says what became of queued
/// ones.
/// </summary>
public sealed class Submissions
{
    /// <summary>The seconds after which a client should ask again, as <c>Retry-After</c> says.</summary>
    public const int RetryAfterSeconds = 2;

    private readonly ReturnIntake intake;
    private readonly IdempotencyGate keys;
    private readonly QueuedSubmissionStore queue;
    private readonly SubmissionWorker worker;
    private readonly OptionalBodyEncryption encryption;

    internal Submissions(
        ReturnIntake intake, IdempotencyGate keys, QueuedSubmissionStore queue, SubmissionWorker worker,
        OptionalBodyEncryption encryption) =>
        (this.intake, this.keys, this.queue, this.worker, this.encryption) = (intake, keys, queue, worker, encryption);

    /// <summary>
    /// True where returns can be queued: where there is a key under which their bodies are encrypted.
    /// </summary>
    public bool CanQueue => encryption.Encryption is not null;

    /// <summary>Submits or checks a return.</summary>
    /// <param name="incoming">The return.</param>
    /// <param name="client">The id of the client that sent it.</param>
    /// <param name="key">The request's Idempotency-Key; null for none.</param>
    /// <param name="isAsync">True where the return is queued to be processed later.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<Outcome> Submit(IncomingReturn incoming, string client, string? key, bool isAsync, CancellationToken cancel) =>
        key is null ? ProcessOrQueue(incoming, client, isAsync, cancel) : SubmitOnce(incoming, client, key, isAsync, cancel);

    /// <summary>
    /// A queued return of the agency: its outcome, or null and how far it is. Null where the agency has none of this
    /// id.
    /// </summary>
    public async Task<(Outcome? Outcome, SubmissionProgress Progress)?> Find(string submissionId, string? agency, CancellationToken cancel)
    {
        if (agency is null || await queue.Find(submissionId, agency, cancel) is not var (queued, outcome)) return null;
        // It is done, and its receipt is no longer stored.
        if (queued.IsFinished && outcome is null) return null;
        var running = worker.FindProgress(submissionId);
        return (outcome, new SubmissionProgress(
            queued.SubmissionId,
            running is null && queued.Holder is null ? SubmissionProgress.Waiting : SubmissionProgress.Running,
            queued.AcceptedAt,
            queued.BodyBytes,
            Math.Max(queued.BytesRead, running?.BytesRead ?? 0),
            Math.Max(queued.RecordsRead, running?.RecordsRead ?? 0)));
    }

    private Task<Outcome> SubmitOnce(IncomingReturn incoming, string client, string key, bool isAsync, CancellationToken cancel)
    {
        var name = IdempotencyKey.Create(client, key, incoming);
        return keys.RunOnce(name, store => ProcessOrQueue(incoming with { Idempotency = store }, client, isAsync, cancel), cancel);
    }

    private async Task<Outcome> ProcessOrQueue(IncomingReturn incoming, string client, bool isAsync, CancellationToken cancel)
    {
        if (!isAsync) return await intake.Process(incoming, cancel);
        var outcome = await queue.Enqueue(incoming, client, encryption.Encryption!, cancel);
        if (outcome is Outcome.Queued) worker.Signal();
        return outcome;
    }
}
