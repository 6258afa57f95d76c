namespace SafeguardingMetrics.Benchmarks;

/// <summary>One number that a benchmark measured.</summary>
/// <param name="Case">Which of the benchmark's cases it is; empty where it has one.</param>
/// <param name="Figure">The figure, in words.</param>
/// <param name="Baseline">The baseline's, in words.</param>
/// <param name="Value">What the target is held against: a ratio, or a number in the target's unit.</param>
internal sealed record Result(string Case, string Figure, string Baseline, double Value)
{
    /// <summary>The case's own target, where the benchmark's is another's.</summary>
    public Target? Target { get; init; }

    /// <summary>What was seen besides, such as the medians; not in the table.</summary>
    public string? Note { get; init; }
}
