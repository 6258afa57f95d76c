using System.Data.Common;

namespace SafeguardingMetrics.Storage;

/// <summary>When a unit of work must end before it is committed: whoever asked for it has gone, or its time is over.</summary>
internal sealed class WorkEnd : IDisposable
{
    private readonly CancellationToken gone;
    private readonly TimeSpan? longest;
    private readonly CancellationTokenSource? late;
    private readonly CancellationTokenSource? either;
    private readonly IDisposable? interrupt;
    private bool isDisposed;

    /// <summary>Begins to count the time.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="connection">The connection on which its statements run.</param>
    /// <param name="longest">How long it may take; null for as long as it takes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="gone">Cancelled where whoever asked for it has gone.</param>
    public WorkEnd(Engine engine, DbConnection connection, TimeSpan? longest, TimeProvider time, CancellationToken gone)
    {
        (this.gone, this.longest, Token) = (gone, longest, gone);
        if (longest is { } most)
        {
            late = new CancellationTokenSource(most, time);
            either = CancellationTokenSource.CreateLinkedTokenSource(gone, late.Token);
            Token = either.Token;
        }

        if (Token.CanBeCanceled) interrupt = engine.InterruptOn(connection, Token);
    }

    /// <summary>Cancelled where it must end; never once this is disposed of.</summary>
    public CancellationToken Token { get; private set; }

    /// <summary>What to throw in place of a fault that only says that it was ended; null for any other fault.</summary>
    public Exception? Explain(Exception fault)
    {
        if (isDisposed || fault is WriteTimeExceededException) return null;
        if (gone.IsCancellationRequested) return fault is OperationCanceledException ? null : new OperationCanceledException(gone);
        return late is { IsCancellationRequested: true } ? new WriteTimeExceededException(longest!.Value, fault) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isDisposed) return;
        isDisposed = true;
        Token = default;
        // Waits for an interruption that is under way, so that it does not meet whoever uses the connection next.
        interrupt?.Dispose();
        either?.Dispose();
        late?.Dispose();
    }
}
