using System.Collections.Concurrent;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Caches what was read from the database until any process commits to the database; caches nothing where the engine
/// cannot tell (<see cref="Engine.ChangeCounter"/>). So a cached value is never older than a new read would be. A value
/// that was not found is not cached.
/// </summary>
internal sealed class ChangeAwareCache<T>(Engine engine) where T : class
{
    private volatile CacheState remembered = new(null);

    /// <summary>The cached value of a key, or the value that is read now.</summary>
    public async ValueTask<T?> GetOrRead(string key, Func<Task<T?>> read)
    {
        // The counter is read first: a commit between the two reads makes the counter old, not the value.
        if (engine.ChangeCounter is not { } mark) return await read();
        var present = remembered;
        if (present.Mark != mark) remembered = present = new CacheState(mark);
        if (present.Found.TryGetValue(key, out var known)) return known;
        var found = await read();
        if (found is not null) present.Found[key] = found;
        return found;
    }

    private sealed class CacheState(long? mark)
    {
        public long? Mark { get; } = mark;

        public ConcurrentDictionary<string, T> Found { get; } = new(StringComparer.Ordinal);
    }
}
