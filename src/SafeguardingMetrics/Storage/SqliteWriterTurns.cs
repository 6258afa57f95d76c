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
    private long closedAt;
    private volatile bool isClosed;

    /// <summary>Waits for a turn.</summary>
    /// <exception cref="DatabaseUnavailableException">Another process held the file within the last five seconds.</exception>
    public async Task<IDisposable> Take(CancellationToken cancel)
    {
        ThrowIfClosed();
        await turn.WaitAsync(cancel);
        return Begin();
    }

    /// <summary>Waits for a turn for so long.</summary>
    /// <returns>The turn; null where this process's own writer has it all the time.</returns>
    /// <exception cref="DatabaseUnavailableException">Another process held the file within the last five seconds.</exception>
    public async Task<IDisposable?> TryTake(TimeSpan most, CancellationToken cancel)
    {
        ThrowIfClosed();
        return await turn.WaitAsync(most, cancel) ? Begin() : null;
    }

    /// <summary>The holder of the turn has waited for the file in vain.</summary>
    public void ReportLocked()
    {
        Interlocked.Exchange(ref closedAt, clock.GetTimestamp());
        isClosed = true;
    }

    /// <summary>The holder of the turn has the file.</summary>
    public void ReportFree() => isClosed = false;

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private WriterTurn Begin()
    {
        var begun = new WriterTurn(turn);
        try
        {
            ThrowIfClosed();
            return begun;
        }
        catch
        {
            begun.Dispose();
            throw;
        }
    }

    private void ThrowIfClosed()
    {
        if (isClosed && clock.GetElapsedTime(Interlocked.Read(ref closedAt)) < Resilience.Break)
            throw new DatabaseUnavailableException("Another process holds the database's file.");
    }

    private sealed class WriterTurn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
