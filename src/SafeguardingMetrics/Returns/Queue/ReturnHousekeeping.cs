using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Idempotency;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>
/// Removes, once an hour, expired idempotency keys and the queue's finished returns whose time is over: a batch in each
/// transaction, so that other writers do not wait long. Ends the time of held returns that nobody confirmed.
/// </summary>
internal sealed partial class ReturnHousekeeping(
    Database database, ServiceLimits limits, TimeProvider time, ILogger<ReturnHousekeeping> log)
    : BackgroundService
{
    private const int Batch = 500;

    /// <summary>Removes all of them.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        var now = Instant.Now(time);
        await Sweep(
            WriteLocks.IdempotencyKeys,
            work => IdempotencyStore.SweepBatch(work, now.AddDays(-limits.IdempotencyDays), Batch),
            cancel);
        await Sweep(
            WriteLocks.QueuedSubmissions,
            work => QueuedSubmissionStore.SweepBatch(work, now.AddDays(-limits.AcceptedDays), Batch),
            cancel);
        await ExpireHeld(now, cancel);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await hour.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Failed(log, fault.GetType().Name);
            }
        }
    }

    private async Task ExpireHeld(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var held in await database.Read(reading => HeldReturnStore.ListExpiring(reading, now), cancel))
        {
            var entry = AuditEntry.ForService(AuditAction.HoldExpired, held.ReturnId, now);
            await database.Write(WriteScope.ForReturns(held.Agency, held.Dataset, entry), async work =>
            {
                // It may have been confirmed or withdrawn in the meantime.
                if (!await HeldReturnStore.End(work, held.ReturnId, HeldReturnStore.Expired, now)) return false;
                await work.Commit();
                return true;
            }, cancel);
        }
    }

    private async Task Sweep(string lockName, Func<UnitOfWork, Task<bool>> sweepBatch, CancellationToken cancel)
    {
        while (await database.Write(WriteScope.WithoutChange(lockName, audit: null), sweepBatch, cancel))
        {
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Expired idempotency keys and finished submissions could not be removed ({Fault}); the next try is in an hour")]
        public static partial void Failed(ILogger log, string fault);
    }
}
