using System.Collections.Concurrent;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Rows that are made on one core while another stores those before. SQLite has one writer, so that what making them cost was time in
/// which every other agency waited; on SQL Server the server is the other core.
/// </summary>
internal static class PrefetchingRows
{
    // Small loads, which most are, have nobody to wait for.
    private const int InTurn = 1_000;
    private const int InBatch = 256;
    private const int Batches = 4;

    /// <summary>The same rows in the same order. What making them throws is thrown here; left early, the making is ended before the caller goes on.</summary>
    /// <param name="rows">The rows. One array may serve for all, but not the same values changed: they wait here for some hundred rows.</param>
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
        // A thread of its own: it waits for the one that stores, which may hold the last of the pool's.
        var making = Task.Factory.StartNew(() => Produce(source, free, made, left.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
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
            // Ended, well or not: what it threw was thrown above, or is of no more interest.
            ((IAsyncResult)making).AsyncWaitHandle.WaitOne();
            _ = making.Exception;
        }
    }

    private static void Produce(IEnumerator<object?[]> source, BlockingCollection<Batch> free, BlockingCollection<Batch> made, CancellationToken left)
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
            // Nobody wants the rest.
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

        // False where there are no more.
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
