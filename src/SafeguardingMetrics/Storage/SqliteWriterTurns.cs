namespace SafeguardingMetrics.Storage;

/// <summary>
/// Gives the one writer of an embedded database its turns, in the order of arrival. Where another process held the file for as
/// long as a turn waits, nobody waits for it again for a while: each of those behind would otherwise wait as long, one after
/// another.
/// </summary>
/// <param name="time">The clock; null for the system's.</param>
internal sealed class SqliteWriterTurns(TimeProvider? time = null) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private long lockedAt;
    private volatile bool wasLocked;

    /// <summary>
    /// True where another process held the file within the last five seconds: the holder of the turn does not wait for it.
    /// </summary>
    public bool IsLocked => wasLocked && clock.GetElapsedTime(Interlocked.Read(ref lockedAt)) < Resilience.Break;

    /// <summary>Waits for a turn.</summary>
    public async Task<IDisposable> Take(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        return new WriterTurn(turn);
    }

    /// <summary>Waits for a turn for so long.</summary>
    /// <returns>The turn; null where this process's own writer has it all the time.</returns>
    public async Task<IDisposable?> TryTake(TimeSpan most, CancellationToken cancel) =>
        await turn.WaitAsync(most, cancel) ? new WriterTurn(turn) : null;

    /// <summary>The holder of the turn has waited for the file in vain.</summary>
    public void ReportLocked()
    {
        Interlocked.Exchange(ref lockedAt, clock.GetTimestamp());
        wasLocked = true;
    }

    /// <summary>The holder of the turn has the file.</summary>
    public void ReportFree() => wasLocked = false;

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private sealed class WriterTurn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
