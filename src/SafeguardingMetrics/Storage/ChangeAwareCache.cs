using System.Collections.Concurrent;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// What was read from the database, for as long as nobody, this process or another, has committed anything to it; read each time where the engine cannot tell
/// (<see cref="Engine.ChangeCounter"/>). So it is never older than a reading would be. What was sought and not found is not remembered.
/// </summary>
internal sealed class ChangeAwareCache<T>(Engine engine) where T : class
{
    private volatile CacheState remembered = new(null);

    /// <summary>What was read before under this key, or is read now.</summary>
    public async ValueTask<T?> GetOrRead(string key, Func<Task<T?>> read)
    {
        // Before the reading: a commit between the two makes the mark old, not what is read.
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
