namespace SafeguardingMetrics.Retention;

/// <summary>
/// Applies the retention period once a day, on one instance. It looks once an hour, so that no day is missed because of
/// a restart.
/// </summary>
public sealed partial class RetentionJob(RetentionService retention, TimeProvider time, ILogger<RetentionJob> log) : BackgroundService
{
    /// <summary>
    /// How long after the start it first looks: not while the agencies' jobs send again what failed while the service
    /// was down.
    /// </summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var pause = First; ; pause = Pause)
            {
                await Task.Delay(pause, time, stoppingToken);
                await TryRun(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryRun(CancellationToken cancel)
    {
        try
        {
            if (await retention.RunDaily(cancel) is { } purged)
                Log.Done(log, purged.Returns, purged.Records, purged.Findings, retention.Days);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "Retention: {Returns} returns, {Records} records and {Findings} findings were out of force for {Days} days and are no "
            + "longer kept")]
        public static partial void Done(ILogger log, int returns, long records, long findings, int days);

        [LoggerMessage(2, LogLevel.Error, "Retention was not done to its end ({Fault}); it goes on tomorrow, or with the command retain")]
        public static partial void Failed(ILogger log, string fault);
    }
}
