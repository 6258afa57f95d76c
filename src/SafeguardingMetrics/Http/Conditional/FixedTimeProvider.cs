namespace SafeguardingMetrics.Http.Conditional;

/// <summary>A clock that shows one instant: what is worked out by it cannot depend on any other.</summary>
internal sealed class FixedTimeProvider(DateTimeOffset at) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => at;
}
