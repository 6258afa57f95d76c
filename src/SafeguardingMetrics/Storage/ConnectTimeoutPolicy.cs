namespace SafeguardingMetrics.Storage;

/// <summary>
/// How long a caller waits for a new connection. SqlClient asks an address that refuses again and again until Connect
/// Timeout has passed (15 seconds, seen with 7.1 on Linux), so that neither an answer nor a fault tells a dead server
/// from a slow one: only whether anyone has been answered does.
/// </summary>
/// <param name="waitsLongAtFirst">
/// True where the first connection of all, at start or in a command, may take as long as the connection string says.
/// </param>
/// <param name="time">The clock; null for the system's.</param>
internal sealed class ConnectTimeoutPolicy(bool waitsLongAtFirst, TimeProvider? time = null)
{
    // A login may be slow. After the first time-out, callers wait one slice only, until any caller gets a connection.
    internal static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(900);
    private const int MostSlices = 6;

    private long answered;
    private volatile bool isSuspectedDown;

    /// <summary>
    /// Awaits <paramref name="opening"/> in slices of 900 ms. While other callers get connections, the caller waits for
    /// a place in the pool, and goes on waiting. An abandoned attempt goes on; call <see cref="ReportConnected"/> when
    /// it succeeds.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">No caller got a connection for too long.</exception>
    public async Task Wait(Task opening, CancellationToken cancel)
    {
        for (var slices = 1; ; slices++)
        {
            var before = Interlocked.Read(ref answered);
            try
            {
                await opening.WaitAsync(Slice, time ?? TimeProvider.System, cancel);
                ReportConnected();
                return;
            }
            catch (TimeoutException slow)
            {
                if (before == 0 && waitsLongAtFirst) continue;
                if (Interlocked.Read(ref answered) != before) slices = 0;
                else if (isSuspectedDown || slices >= MostSlices)
                {
                    isSuspectedDown = true;
                    throw new DatabaseUnavailableException(slow);
                }
            }
        }
    }

    /// <summary>A connection was opened, also one that no caller waits for any more.</summary>
    public void ReportConnected()
    {
        Interlocked.Increment(ref answered);
        isSuspectedDown = false;
    }
}
