using Microsoft.Extensions.Caching.Memory;
using SafeguardingMetrics.Http.Limits;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>A response body as it was sent.</summary>
/// <param name="ContentType">The header <c>Content-Type</c>.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Figures">How many figures the response shows; they are counted again each time the response is sent
/// from the cache.</param>
internal sealed record CachedResponse(string? ContentType, byte[] Body, int Figures);

/// <summary>
/// Caches response bodies by <see cref="EntityTag"/> for the current version of the data. When there are more bytes
/// than <see cref="ServiceLimits.AnswerBytes"/>, the responses that were used least recently leave first.
/// </summary>
internal sealed class ResponseCache(ServiceLimits limits) : IDisposable
{
    // Bytes of an entry beside the body: the tag, two bytes a character, and about as much for the cache's own entry.
    private const int Overhead = 400;

    private readonly MemoryCache responses = new(
        new MemoryCacheOptions { SizeLimit = Math.Max(1, limits.AnswerBytes), CompactionPercentage = 0.25 });
    private volatile ResponseVersion? current;

    /// <summary>A larger response is not cached.</summary>
    public int MaxBytes { get; } = (int)Math.Min(limits.AnswerBytes / 8, int.MaxValue);

    /// <summary>The response of an entity tag; null where it is not cached.</summary>
    public CachedResponse? Find(string tag) => responses.TryGetValue(tag, out CachedResponse? response) ? response : null;

    /// <summary>
    /// Caches a response of a version of the data, and evicts all responses of other versions, which cannot be
    /// requested again.
    /// </summary>
    public void Set(ResponseVersion version, string tag, CachedResponse response)
    {
        if (response.Body.Length > MaxBytes) return;
        if (version != current)
        {
            responses.Clear();
            current = version;
        }

        responses.Set(tag, response, new MemoryCacheEntryOptions { Size = response.Body.Length + Overhead });
    }

    /// <inheritdoc/>
    public void Dispose() => responses.Dispose();
}
