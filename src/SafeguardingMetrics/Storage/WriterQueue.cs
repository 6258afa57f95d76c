namespace SafeguardingMetrics.Storage;

/// <summary>
/// Turns of the one writer of SQLite, in the order of arrival. Whoever is urgent comes before all who are not; after
/// <see cref="MostUrgentInTurn"/> urgent turns one that is not comes, so that none waits for ever.
/// </summary>
internal sealed class WriterQueue
{
    /// <summary>How many urgent turns follow one another while somebody else waits.</summary>
    public const int MostUrgentInTurn = 32;

    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> urgent = [];
    private readonly LinkedList<TaskCompletionSource> ordinary = [];
    private bool isTaken;
    private int urgentInTurn;

    /// <summary>Waits for a turn, which ends when what is returned is disposed of.</summary>
    /// <param name="isUrgent">True where it comes before those that are not.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IDisposable> Take(bool isUrgent, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var mine = new LinkedListNode<TaskCompletionSource>(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            if (!isTaken)
            {
                isTaken = true;
                return new Turn(this);
            }

            (isUrgent ? urgent : ordinary).AddLast(mine);
        }

        await using (cancel.Register(() => Leave(mine, cancel))) await mine.Value.Task;
        return new Turn(this);
    }

    private void Leave(LinkedListNode<TaskCompletionSource> waiting, CancellationToken cancel)
    {
        lock (gate)
        {
            // In no list any more: its turn has come.
            if (waiting.List is not { } list) return;
            list.Remove(waiting);
        }

        waiting.Value.TrySetCanceled(cancel);
    }

    private void End()
    {
        TaskCompletionSource next;
        lock (gate)
        {
            var isUrgent = urgent.Count > 0 && (ordinary.Count == 0 || urgentInTurn < MostUrgentInTurn);
            var queue = isUrgent ? urgent : ordinary;
            urgentInTurn = isUrgent ? urgentInTurn + 1 : 0;
            if (queue.First is not { } first)
            {
                isTaken = false;
                return;
            }

            queue.RemoveFirst();
            next = first.Value;
        }

        next.SetResult();
    }

    private sealed class Turn(WriterQueue queue) : IDisposable
    {
        private WriterQueue? held = queue;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.End();
    }
}
