using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Idempotency;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>The ways of a return that has arrived: at once or later, once for each key.</summary>
public sealed class Submissions
{
    /// <summary>After how many seconds to ask again.</summary>
    public const int SecondsToAsk = 2;

    private readonly ReturnIntake intake;
    private readonly IdempotencyGate keys;
    private readonly QueuedSubmissionStore store;
    private readonly SubmissionWorker work;
    private readonly OptionalBodyEncryption seal;

    internal Submissions(ReturnIntake intake, IdempotencyGate keys, QueuedSubmissionStore store, SubmissionWorker work, OptionalBodyEncryption seal, ServiceLimits limits)
    {
        (this.intake, this.keys, this.store, this.work, this.seal) = (intake, keys, store, work, seal);
        Limits = limits;
    }

    /// <summary>How much is taken.</summary>
    public ServiceLimits Limits { get; }

    /// <summary>True where returns can be accepted to be worked on later: where there is a key under which they wait.</summary>
    public bool CanWait => seal.Encryption is not null;

    /// <summary>Takes a return; null where its client has as many waiting as may.</summary>
    /// <param name="incoming">The return.</param>
    /// <param name="client">Who sent it.</param>
    /// <param name="key">The request's Idempotency-Key, or null.</param>
    /// <param name="isAsync">True where it is worked on later.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Outcome?> Submit(IncomingReturn incoming, string client, string? key, bool isAsync, CancellationToken cancel)
    {
        if (key is null) return await Submit(incoming, client, isAsync, cancel);
        var named = IdempotencyKey.Create(client, incoming.Agency.Code, key, incoming.Dataset, incoming.Days, incoming.MediaType, incoming.IsStrict, incoming.Body);
        return await keys.RunOnce(named, trace => Submit(incoming with { Idempotency = trace }, client, isAsync, cancel), cancel);
    }

    /// <summary>An accepted return, where it is the agency's own: what became of it, or how far it is. Null where there is none.</summary>
    public async Task<(Outcome? Outcome, SubmissionProgress Progress)?> Find(string submissionId, string? agency, CancellationToken cancel)
    {
        if (agency is null) return null;
        var (accepted, outcome) = await store.Find(submissionId, agency, cancel);
        // Done, and its receipt not kept any more.
        if (accepted is null || (accepted.Outcome is not null && outcome is null)) return null;
        var now = work.FindProgress(submissionId);
        return (outcome, new SubmissionProgress(
            accepted.SubmissionId,
            now is null && accepted.Holder is null ? SubmissionProgress.Waiting : SubmissionProgress.Running,
            accepted.AcceptedAt,
            accepted.BodyBytes,
            Math.Max(accepted.BytesRead, now?.BytesRead ?? 0),
            Math.Max(accepted.RecordsRead, now?.RecordsRead ?? 0)));
    }

    private async Task<Outcome?> Submit(IncomingReturn incoming, string client, bool isAsync, CancellationToken cancel)
    {
        if (!isAsync) return await intake.Process(incoming, cancel);
        var outcome = await store.Enqueue(incoming, client, seal.Encryption!, cancel);
        if (outcome is not null) work.Signal();
        return outcome;
    }
}
