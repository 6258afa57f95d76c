using System.Collections.Concurrent;
using System.Data.Common;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Idempotency;

/// <summary>
/// The requests with an <c>Idempotency-Key</c> that this instance is working on. Another with the same key waits for a while and is then
/// given the first one's answer. Between instances the database sees to it: returns of one agency and dataset take turns there, and the key is kept with the return.
/// </summary>
public sealed class IdempotencyGate(Database database, ServiceLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Client, string Agency, string KeyHash), Running> running = new();

    /// <summary>Does the work that a key names, or gives what it came to before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="work">The work, with what must be kept of its outcome.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Outcome?> RunOnce(IdempotencyKey key, Func<IIdempotencyStore, Task<Outcome?>> work, CancellationToken cancel)
    {
        var name = (key.Client, key.Agency, key.KeyHash);
        var patience = TimeSpan.FromSeconds(limits.SameKeyWaitSeconds);
        while (true)
        {
            var own = new Running(key.Fingerprint);
            var first = running.GetOrAdd(name, own);
            if (ReferenceEquals(first, own))
            {
                try
                {
                    return await Work(key, work, cancel);
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
                await first.Done.Task.WaitAsync(patience, time, cancel);
            }
            catch (TimeoutException)
            {
                return new Outcome.KeyInProgress();
            }
        }
    }

    private async Task<Outcome?> Work(IdempotencyKey key, Func<IIdempotencyStore, Task<Outcome?>> work, CancellationToken cancel)
    {
        var now = Instant.Now(time);
        var trace = new IdempotencyStore(key, now, now.AddDays(-limits.IdempotencyDays));
        try
        {
            return await work(trace);
        }
        catch (DbException)
        {
            // Two instances, and the key on returns of two datasets, which do not take turns: the second finds the key taken as it keeps its own.
            if (await database.Read(trace.FindIn, cancel) is { } other) return other;
            throw;
        }
    }

    private sealed record Running(string Fingerprint)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
