using System.Collections.Concurrent;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Prefetches rows: one core makes them while another stores those before. SQLite has one writer, so every other agency
/// waits while rows are made; on SQL Server the server is the other core.
/// </summary>
internal static class PrefetchingRows
{
    // Most loads are small, and are made without a second thread.
    private const int InTurn = 1_000;
    private const int InBatch = 256;
    private const int Batches = 4;

    /// <summary>
    /// The same rows in the same order. An exception thrown while making them is thrown here. When the caller stops
    /// early, the producer is ended before the caller continues.
    /// </summary>
    /// <param name="rows">
    /// The rows. One array may serve for all, but not the same values changed: they wait here for some hundred rows.
    /// </param>
    /// <param name="columns">How many values a row has.</param>
    public static IEnumerable<object?[]> Prefetch(IEnumerable<object?[]> rows, int columns)
    {
        using var source = rows.GetEnumerator();
        for (var i = 0; i < InTurn; i++)
        {
            if (!source.MoveNext()) yield break;
            yield return source.Current;
        }

        using var left = new CancellationTokenSource();
        using var free = new BlockingCollection<Batch>();
        using var made = new BlockingCollection<Batch>();
        for (var i = 0; i < Batches; i++) free.Add(new Batch(columns), CancellationToken.None);
        // Not a pool thread: the producer waits for the consumer, which may run on the last free thread of the pool.
        var making = Task.Factory.StartNew(
            () => Produce(source, free, made, left.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in made.GetConsumingEnumerable(CancellationToken.None))
            {
                for (var i = 0; i < batch.Count; i++) yield return batch.Rows[i];
                free.Add(batch, CancellationToken.None);
            }

            making.GetAwaiter().GetResult();
        }
        finally
        {
            left.Cancel();
            // The producer has ended: an exception of it was thrown above, or no longer matters.
            ((IAsyncResult)making).AsyncWaitHandle.WaitOne();
            _ = making.Exception;
        }
    }

    private static void Produce(
        IEnumerator<object?[]> source, BlockingCollection<Batch> free, BlockingCollection<Batch> made, CancellationToken left)
    {
        try
        {
            for (var isMore = true; isMore;)
            {
                var batch = free.Take(left);
                isMore = batch.Fill(source, left);
                made.Add(batch, left);
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The consumer has stopped early.
        }
        finally
        {
            made.CompleteAdding();
        }
    }

    private sealed class Batch(int columns)
    {
        public object?[][] Rows { get; } = [.. Enumerable.Range(0, InBatch).Select(_ => new object?[columns])];

        public int Count { get; private set; }

        // False at the end of the rows.
        public bool Fill(IEnumerator<object?[]> source, CancellationToken left)
        {
            for (Count = 0; Count < Rows.Length; Count++)
            {
                left.ThrowIfCancellationRequested();
                if (!source.MoveNext()) return false;
                source.Current.CopyTo(Rows[Count], 0);
            }

            return true;
        }
    }
}
