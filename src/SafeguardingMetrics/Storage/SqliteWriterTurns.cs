namespace SafeguardingMetrics.Storage;

/// <summary>
/// Gives the one writer of an embedded database its turns, in the order of <see cref="WriterQueue"/>. Where another process held the
/// file for as long as a turn waits, nobody waits for it again for a while: each of those behind would otherwise wait as long, one after
/// another.
/// </summary>
/// <param name="time">The clock; null for the system's.</param>
internal sealed class SqliteWriterTurns(TimeProvider? time = null)
{
    private readonly WriterQueue queue = new();
    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private long lockedAt;
    private volatile bool wasLocked;

    /// <summary>
    /// True where another process held the file within the last five seconds: the holder of the turn does not wait for it.
    /// </summary>
    public bool IsLocked => wasLocked && clock.GetElapsedTime(Interlocked.Read(ref lockedAt)) < Resilience.Break;

    /// <summary>Waits for a turn.</summary>
    /// <param name="isUrgent">True where it comes before those that are not.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<IDisposable> Take(bool isUrgent, CancellationToken cancel) => queue.Take(isUrgent, cancel);

    /// <summary>Waits for a turn for so long.</summary>
    /// <returns>The turn; null where this process's own writer has it all the time.</returns>
    public async Task<IDisposable?> TryTake(TimeSpan most, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            return await queue.Take(isUrgent: true, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The holder of the turn has waited for the file in vain.</summary>
    public void ReportLocked()
    {
        Interlocked.Exchange(ref lockedAt, clock.GetTimestamp());
        wasLocked = true;
    }

    /// <summary>The holder of the turn has the file.</summary>
    public void ReportFree() => wasLocked = false;
}
