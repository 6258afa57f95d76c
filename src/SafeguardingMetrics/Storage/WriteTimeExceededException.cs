namespace SafeguardingMetrics.Storage;

/// <summary>A unit of work took longer than its <see cref="WriteScope.Longest"/>. Nothing of it was stored.</summary>
/// <param name="longest">The time that it had.</param>
/// <param name="inner">What ended it.</param>
public sealed class WriteTimeExceededException(TimeSpan longest, Exception inner)
    : Exception($"It took longer than the {longest.TotalSeconds:0} seconds for which one may write.", inner)
{
    /// <summary>The time that it had.</summary>
    public TimeSpan Longest => longest;
}
