namespace SafeguardingMetrics.Retention;

/// <summary>Has the day's forgetting done, by this instance or by another: looks once an hour, so that a day is not missed for a restart.</summary>
public sealed partial class RetentionJob(RetentionService forgetting, TimeProvider time, ILogger<RetentionJob> log) : BackgroundService
{
    /// <summary>How long after the start it looks first: not while agencies' jobs come back all at once.</summary>
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
            if (await forgetting.RunDaily(cancel) is { } forgotten) Log.Done(log, forgotten.Returns, forgotten.Records, forgotten.Findings, forgetting.Days);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Retention: {Returns} returns, {Records} records and {Findings} findings were out of force for {Days} days and are no longer kept")]
        public static partial void Done(ILogger log, int returns, long records, long findings, int days);

        [LoggerMessage(2, LogLevel.Error, "Retention was not done to its end ({Fault}); it goes on tomorrow, or with the command retain")]
        public static partial void Failed(ILogger log, string fault);
    }
}
