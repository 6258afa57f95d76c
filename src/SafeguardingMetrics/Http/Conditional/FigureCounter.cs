namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// How many figures the answer to one request shows (a scoped service): they are counted again each time the answer is
/// given from the cache.
/// </summary>
public sealed class FigureCounter
{
    /// <summary>The number of figures.</summary>
    public int Count { get; set; }
}
