using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Idempotency;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>Forgets, once an hour, the keys of requests and the accepted returns whose time is over: a batch at a time, so that nobody waits long behind it.</summary>
internal sealed partial class ReturnHousekeeping(Database database, ServiceLimits limits, TimeProvider time, ILogger<ReturnHousekeeping> log) : BackgroundService
{
    private const int Batch = 500;

    /// <summary>Forgets them all.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        var now = Instant.Now(time);
        while (await database.Write(WriteScope.WithoutChange(WriteLocks.IdempotencyKeys, audit: null), work => IdempotencyStore.SweepBatch(work, now.AddDays(-limits.IdempotencyDays), Batch), cancel))
        {
        }

        while (await database.Write(WriteScope.WithoutChange(WriteLocks.QueuedSubmissions, audit: null), work => QueuedSubmissionStore.SweepBatch(work, now.AddDays(-limits.AcceptedDays), Batch), cancel))
        {
        }
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What is past its time could not be forgotten ({Fault}); the next hour tries again")]
        public static partial void Failed(ILogger log, string fault);
    }
}
