using System.Threading.RateLimiting;

namespace SafeguardingMetrics.Http.Limits;

/// <summary>
/// Counts a caller's requests in windows of a fixed length. The framework's own limiter of this kind goes by the
/// machine's clock and does not tell when its window ends, which the header <c>RateLimit</c> says on every answer.
/// </summary>
/// <param name="most">How many are let through in a window.</param>
/// <param name="window">How long a window is; it begins with the first request after the one before has ended.</param>
/// <param name="time">The clock.</param>
internal sealed class FixedWindowLimiter(int most, TimeSpan window, TimeProvider time) : RateLimiter
{
    private readonly Lock turn = new();
    private DateTimeOffset begun = DateTimeOffset.MinValue;
    private int used;

    /// <summary>How long nobody has asked; the framework forgets limiters that are idle.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (turn) return time.GetUtcNow() - begun is var since && since > window ? since - window : null;
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (turn)
        {
            var now = time.GetUtcNow();
            // A clock that is set back must not shut a caller out until it has caught up.
            if (now - begun >= window || now < begun) (begun, used) = (now, 0);
            var isLetThrough = used < most;
            if (isLetThrough) used++;
            return new FixedWindowLease(isLetThrough, most - used, (int)Math.Ceiling((begun + window - now).TotalSeconds));
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(permitCount));
}

/// <summary>The answer to one request.</summary>
/// <param name="isAcquired">True where it is let through.</param>
/// <param name="remaining">How many more are in this window.</param>
/// <param name="seconds">In how many seconds the window ends.</param>
internal sealed class FixedWindowLease(bool isAcquired, int remaining, int seconds) : RateLimitLease
{
    /// <inheritdoc/>
    public override bool IsAcquired => isAcquired;

    /// <summary>How many more are in this window.</summary>
    public int Remaining => remaining;

    /// <summary>In how many seconds the window ends, at least 1.</summary>
    public int Seconds => seconds;

    /// <inheritdoc/>
    public override IEnumerable<string> MetadataNames => [];

    /// <inheritdoc/>
    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }
}
