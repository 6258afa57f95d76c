using Microsoft.Extensions.Caching.Memory;
using SafeguardingMetrics.Http.Limits;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>An answer as it was written.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="Figures">How many figures it shows, which are counted each time they are given.</param>
internal sealed record CachedResponse(string? ContentType, byte[] Body, int Figures);

/// <summary>
/// Answers to be given again while nothing has changed, by their <see cref="EntityTag"/>: those of the present moment only, the least asked for leaving first when there
/// are more bytes than <see cref="ServiceLimits.AnswerBytes"/>.
/// </summary>
internal sealed class ResponseCache(ServiceLimits limits) : IDisposable
{
    // Text is two bytes a letter, and a place in the cache costs about as much again.
    private const int Overhead = 400;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = Math.Max(1, limits.AnswerBytes), CompactionPercentage = 0.25 });
    private volatile ResponseVersion? moment;

    /// <summary>An answer larger than this is not kept.</summary>
    public int MaxBytes { get; } = (int)Math.Min(limits.AnswerBytes / 8, int.MaxValue);

    /// <summary>The answer of this tag; null where it is not kept.</summary>
    public CachedResponse? Find(string tag) => answers.TryGetValue(tag, out CachedResponse? kept) ? kept : null;

    /// <summary>Keeps an answer of a moment; those of others have gone for good.</summary>
    public void Set(ResponseVersion of, string tag, CachedResponse answer)
    {
        if (answer.Body.Length > MaxBytes) return;
        if (of != moment)
        {
            answers.Clear();
            moment = of;
        }

        answers.Set(tag, answer, new MemoryCacheEntryOptions { Size = answer.Body.Length + Overhead });
    }

    /// <inheritdoc/>
    public void Dispose() => answers.Dispose();
}
