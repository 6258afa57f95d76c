using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Empties the embedded database's write-ahead log into its file: so that the file alone is the database, and what was erased is in
/// neither. SQL Server looks after its log by itself.
/// </summary>
public sealed partial class LogCheckpoint(Engine engine, TimeProvider time, ILogger<LogCheckpoint> log)
{
    /// <summary>How long the log is waited for.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    /// <summary>True where the last one could not be made, and is still to be.</summary>
    public bool IsDue { get; private set; }

    /// <summary>Empties the log; waits for readers who still use it, for five seconds.</summary>
    /// <returns>
    /// The instant at which it was empty; null where it could not be emptied yet, which is tried again every minute, and where the
    /// engine has no log that the service looks after.
    /// </returns>
    public async Task<DateTimeOffset?> Run(CancellationToken cancel)
    {
        if (engine.FilePath is null) return null;
        try
        {
            IsDue = !await engine.Checkpoint(Wait, cancel);
            if (!IsDue) return Instant.Now(time);
            Log.Postponed(log, "a reader or another process still uses it");
        }
        catch (Exception fault) when (DatabaseErrors.IsPermanent(fault))
        {
            IsDue = true;
            Log.Postponed(log, DatabaseErrors.Describe(fault));
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database's log could not be emptied ({Why}); it is tried again every minute")]
        public static partial void Postponed(ILogger log, string why);
    }
}
