using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Every night at three o'clock in London it looks for damage in the database's file and empties its log, and every minute it empties
/// a log that could not be emptied before.
/// </summary>
public sealed class DatabaseUpkeep(
    DatabaseCondition condition, LogCheckpoint checkpoint, Engine engine, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeOnly Night = new(3, 0);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (engine.FilePath is null) return;
        try
        {
            for (var night = NextNight(); ;)
            {
                await Task.Delay(Pause, time, stoppingToken);
                if (time.GetUtcNow() >= night)
                {
                    night = NextNight();
                    await condition.Check(stoppingToken);
                    await checkpoint.Run(stoppingToken);
                }
                else if (checkpoint.IsDue)
                {
                    await checkpoint.Run(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private DateTimeOffset NextNight()
    {
        var today = London.Today(time);
        var tonight = London.At(today, Night);
        return tonight > time.GetUtcNow() ? tonight : London.At(today.AddDays(1), Night);
    }
}
