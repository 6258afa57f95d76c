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
/// Works on accepted returns, a few at a time. Whatever instance is free takes the next; one that was ended in the midst of it leaves it to the others, at once or, killed, when its hold
/// has run out. A return is stored and its body removed in one transaction, under the id that it was given when it was accepted: so it is never stored twice.
/// </summary>
internal sealed partial class SubmissionWorker(QueuedSubmissionStore store, ReturnIntake intake, OptionalBodyEncryption seal, ServiceLimits limits, TimeProvider time, ILogger<SubmissionWorker> log) : BackgroundService
{
    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly string holder = Guid.CreateVersion7().ToString();
    private readonly ConcurrentDictionary<string, ReadProgress> running = new();
    private readonly SemaphoreSlim news = new(0);

    /// <summary>Says that there is work: nobody waits for the next look.</summary>
    public void Signal() => news.Release();

    /// <summary>How far a return is that this instance is working on, or null.</summary>
    public ReadProgress? FindProgress(string submissionId) => running.GetValueOrDefault(submissionId);

    /// <inheritdoc/>
    public override void Dispose()
    {
        news.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        seal.Encryption is { } key ? Task.WhenAll(Enumerable.Range(0, limits.AcceptedAtOnce).Select(_ => ProcessQueue(key, stoppingToken))) : Task.CompletedTask;

    private async Task ProcessQueue(BodyEncryption key, CancellationToken stop)
    {
        // Not while the service starts: then the database has enough to do.
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
            // The same again at once would only fail the same.
            await WaitForSignal(stop);
        }
        finally
        {
            await done.CancelAsync();
            await alive;
            running.TryRemove(held.SubmissionId, out _);
            // Ended with the service: another instance need not wait until the hold runs out.
            if (stop.IsCancellationRequested) await ReleaseLease(held);
        }
    }

    // Null where it came to an outcome, whichever; otherwise why it can come to none.
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
            // Its own earlier try may have come to an end although the answer was lost: then the body is gone, and nothing is amiss.
            return "Its body cannot be opened: the key under which it waited was changed, or it was damaged.";
        }

        using (body)
        {
            if (body.Hash != held.ContentHash) return "Its body is not what was sent.";
            await intake.Process(new IncomingReturn(new Agency { Code = held.Agency, Name = held.AgencyName, Sector = held.Sector }, dataset, new Period(held.FromDay, held.ToDay), held.MediaType, body, held.IsStrict)
            {
                ReturnId = held.SubmissionId,
                Idempotency = store.CreateIdempotencyStore(held),
                Limits = limits,
                Progress = progress,
            }, stop);
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
            // Done; or the database is away, and the return that is being stored will hear of it too.
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
            // The hold runs out by itself.
        }
    }

    private async Task WaitForSignal(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(news.WaitAsync(either.Token), Task.Delay(Pause, time, either.Token));
        await either.CancelAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The accepted returns could not be looked for ({Fault})")]
        public static partial void Failed(ILogger log, string fault);

        [LoggerMessage(2, LogLevel.Warning, "Work on the accepted return {SubmissionId} failed, try {Tries} ({Fault})")]
        public static partial void Abandoned(ILogger log, string submissionId, int tries, string fault);
    }
}
