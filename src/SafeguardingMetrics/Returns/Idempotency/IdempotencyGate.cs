using System.Collections.Concurrent;
using System.Data.Common;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Idempotency;

/// <summary>
/// Runs requests with the same <c>Idempotency-Key</c> one after another on this instance: the second waits, and then
/// gets the outcome of the first. Between instances the write lock of the agency's returns does the same, since the key
/// is stored in the return's transaction.
/// </summary>
public sealed class IdempotencyGate(Database database, ServiceLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Client, string Agency, string KeyHash), Running> running = new();

    /// <summary>Processes the request of a key, or gives the outcome that it had before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="process">Processes the request, and stores its outcome in the store that it is given.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Outcome> RunOnce(IdempotencyKey key, Func<IIdempotencyStore, Task<Outcome>> process, CancellationToken cancel)
    {
        var name = (key.Client, key.Agency, key.KeyHash);
        while (true)
        {
            var own = new Running(key.Fingerprint);
            var first = running.GetOrAdd(name, own);
            if (ReferenceEquals(first, own))
            {
                try
                {
                    return await Run(key, process, cancel);
                }
                finally
                {
                    running.TryRemove(name, out _);
                    own.Done.SetResult();
                }
            }

            if (first.Fingerprint != key.Fingerprint) return new Outcome.KeyReusedForOtherRequest();
            try
            {
                await first.Done.Task.WaitAsync(TimeSpan.FromSeconds(limits.SameKeyWaitSeconds), time, cancel);
            }
            catch (TimeoutException)
            {
                return new Outcome.KeyInProgress();
            }
        }
    }

    private async Task<Outcome> Run(IdempotencyKey key, Func<IIdempotencyStore, Task<Outcome>> process, CancellationToken cancel)
    {
        var now = Instant.Now(time);
        var store = new IdempotencyStore(key, now, now.AddDays(-limits.IdempotencyDays));
        try
        {
            return await process(store);
        }
        catch (DbException)
        {
            // Two instances used the key for returns of two datasets, which have different write locks: the second
            // one's insert violates the primary key.
            if (await database.Read(store.FindIn, cancel) is { } other) return other;
            throw;
        }
    }

    private sealed record Running(string Fingerprint)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
