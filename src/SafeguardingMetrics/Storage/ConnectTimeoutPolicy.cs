namespace SafeguardingMetrics.Storage;

/// <summary>
/// How long a caller waits for a new connection. SqlClient asks an address that refuses again and again until Connect Timeout has passed (15 seconds, seen
/// with 7.1 on Linux), so that neither an answer nor a fault tells a dead server from a slow one: only whether anyone has been answered does.
/// </summary>
/// <param name="bearsWithTheFirst">True where the first connection of all, at start or in a command, may take as long as the connection string says.</param>
/// <param name="time">What the wait is measured by; null for the system's.</param>
internal sealed class ConnectTimeoutPolicy(bool bearsWithTheFirst, TimeProvider? time = null)
{
    // A login may be slow. Once one was given up, callers are told sooner, until any is answered.
    internal static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(900);
    private const int TurnsOfTheFirst = 6;

    private long answered;
    private volatile bool isInDoubt;

    /// <summary>Waits for a connection; while others are answered it is a turn in the pool that is waited for. One that is given up is still to be told of.</summary>
    /// <exception cref="DatabaseUnavailableException">Nobody was answered for too long.</exception>
    public async Task Wait(Task opening, CancellationToken cancel)
    {
        for (var turns = 1; ; turns++)
        {
            var before = Interlocked.Read(ref answered);
            try
            {
                await opening.WaitAsync(Turn, time ?? TimeProvider.System, cancel);
                ReportConnected();
                return;
            }
            catch (TimeoutException slow)
            {
                if (before == 0 && bearsWithTheFirst) continue;
                if (Interlocked.Read(ref answered) != before) turns = 0;
                else if (isInDoubt || turns >= TurnsOfTheFirst)
                {
                    isInDoubt = true;
                    throw new DatabaseUnavailableException(slow);
                }
            }
        }
    }

    /// <summary>Someone was answered, be it that nobody waited for it any more.</summary>
    public void ReportConnected()
    {
        Interlocked.Increment(ref answered);
        isInDoubt = false;
    }
}
