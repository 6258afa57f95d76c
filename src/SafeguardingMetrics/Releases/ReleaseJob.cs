using SafeguardingMetrics.Releases.Making;

namespace SafeguardingMetrics.Releases;

/// <summary>
/// Makes the releases that are due: soon after the start, and once an hour, so that those of a day are there in its first hour.
/// Several instances may do so at once: each release is stored once.
/// </summary>
public sealed partial class ReleaseJob(ReleaseMaker releases, TimeProvider time, ILogger<ReleaseJob> log) : BackgroundService
{
    /// <summary>How long after the start it first looks.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(10);

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
            if (await releases.Run(cancel) is > 0 and var made) Log.Made(log, made);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Releases: {Made} were made")]
        public static partial void Made(ILogger log, int made);

        [LoggerMessage(2, LogLevel.Error, "Releases were not all made ({Fault}); the rest is tried again in an hour")]
        public static partial void Failed(ILogger log, string fault);
    }
}
