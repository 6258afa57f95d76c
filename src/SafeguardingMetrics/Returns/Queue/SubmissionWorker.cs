using System.Collections.Concurrent;
using System.Security.Cryptography;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>
/// Processes queued returns, a few at a time. Any instance takes a lease on the next one. An instance that is stopped
/// ends its lease at once; the lease of one that is killed expires, and another instance goes on. A return is stored
/// and its body removed in one transaction, under the id that it was given when it was accepted: so no return is stored
/// twice.
/// </summary>
internal sealed partial class SubmissionWorker(
    QueuedSubmissionStore store,
    ReturnIntake intake,
    OptionalBodyEncryption encryption,
    ServiceLimits limits,
    TimeProvider time,
    ILogger<SubmissionWorker> log)
    : BackgroundService
{
    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly string holder = Guid.CreateVersion7().ToString();
    private readonly ConcurrentDictionary<string, ReadProgress> running = new();
    private readonly SemaphoreSlim signal = new(0);

    /// <summary>Wakes a worker: there is a return in the queue.</summary>
    public void Signal() => signal.Release();

    /// <summary>How far this instance is with a return; null where it does not process it.</summary>
    public ReadProgress? FindProgress(string submissionId) => running.GetValueOrDefault(submissionId);

    /// <inheritdoc/>
    public override void Dispose()
    {
        signal.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        encryption.Encryption is { } key
            ? Task.WhenAll(Enumerable.Range(0, limits.AcceptedAtOnce).Select(_ => ProcessQueue(key, stoppingToken)))
            : Task.CompletedTask;

    private async Task ProcessQueue(BodyEncryption key, CancellationToken stop)
    {
        // Not while the service starts, when the database is busiest.
        await WaitForSignal(stop);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await store.Claim(holder, stop) is { } held) await Process(held, key, stop);
                else await WaitForSignal(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.Failed(log, fault.GetType().Name);
                await WaitForSignal(stop);
            }
        }
    }

    private async Task Process(QueuedSubmission held, BodyEncryption key, CancellationToken stop)
    {
        var progress = running[held.SubmissionId] = new ReadProgress();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var alive = KeepLease(held, progress, done.Token);
        try
        {
            if (await TryProcess(held, key, progress, stop) is { } why) await Fail(held, why, stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            if (held.Tries >= MostTries) await Fail(held, $"It failed {held.Tries} times.", stop);
            else await store.ReleaseLease(held, stop);
            Log.Abandoned(log, held.SubmissionId, held.Tries, fault.GetType().Name);
            // At once it would most likely fail again.
            await WaitForSignal(stop);
        }
        finally
        {
            await done.CancelAsync();
            await alive;
            running.TryRemove(held.SubmissionId, out _);
            // The service stops: another instance need not wait until the lease expires.
            if (stop.IsCancellationRequested) await ReleaseLease(held);
        }
    }

    // Null where the return has an outcome, whichever; otherwise why it can have none.
    private async Task<string?> TryProcess(QueuedSubmission held, BodyEncryption key, ReadProgress progress, CancellationToken stop)
    {
        if (DatasetCatalogue.Find(held.Dataset) is not { } dataset) return "The dataset is not taken any more.";
        BufferedBody body;
        try
        {
            body = await BufferedBody.Receive(new DecryptingStream(store, key, held.SubmissionId), "gzip", long.MaxValue, stop);
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidDataException)
        {
            // An earlier try may have been committed although its confirmation was lost: then the body is gone, and the
            // outcome is stored.
            return "Its body cannot be opened: the key under which it waited was changed, or it was damaged.";
        }

        using (body)
        {
            if (body.Hash != held.ContentHash) return "Its body is not what was sent.";
            var agency = new Agency { Code = held.Agency, Name = held.AgencyName, Sector = held.Sector };
            await intake.Process(
                new IncomingReturn(agency, dataset, new Period(held.FromDay, held.ToDay), held.MediaType, body, held.IsStrict)
                {
                    IsConfirmed = held.IsConfirmed,
                    IsChanges = held.IsChanges,
                    ReturnId = held.SubmissionId,
                    Idempotency = store.CreateIdempotencyStore(held),
                    Progress = progress,
                },
                stop);
            return null;
        }
    }

    private Task<bool> Fail(QueuedSubmission held, string why, CancellationToken stop) =>
        store.Fail(held, new Outcome.Unreadable(null, ProblemCatalogue.SubmissionFailed, why, 1, 1), stop);

    private async Task KeepLease(QueuedSubmission held, ReadProgress progress, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(limits.LeaseSeconds / 3.0), time, done);
                await store.RenewLease(held, progress, done);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or DatabaseUnavailableException)
        {
            // The return is done; or the database is unavailable, which the transaction of the return will meet as
            // well.
        }
    }

    private async Task ReleaseLease(QueuedSubmission held)
    {
        try
        {
            await store.ReleaseLease(held, CancellationToken.None);
        }
        catch (DatabaseUnavailableException)
        {
            // The lease expires by itself.
        }
    }

    private async Task WaitForSignal(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(signal.WaitAsync(either.Token), Task.Delay(Pause, time, either.Token));
        await either.CancelAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The queue of accepted returns could not be read ({Fault})")]
        public static partial void Failed(ILogger log, string fault);

        [LoggerMessage(2, LogLevel.Warning, "Processing the accepted return {SubmissionId} failed, try {Tries} ({Fault})")]
        public static partial void Abandoned(ILogger log, string submissionId, int tries, string fault);
    }
}
