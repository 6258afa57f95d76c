namespace SafeguardingMetrics.Benchmarks;

/// <summary>One result of a benchmark.</summary>
/// <param name="Case">The case of the benchmark; empty where the benchmark has one case.</param>
/// <param name="Figure">The subject's figure with its unit.</param>
/// <param name="Baseline">The baseline's figure with its unit.</param>
/// <param name="Value">The value that is compared with the target: a ratio, or a number in the target's unit.</param>
internal sealed record Result(string Case, string Figure, string Baseline, double Value)
{
    /// <summary>The case's own target; null for the benchmark's target.</summary>
    public Target? Target { get; init; }

    /// <summary>Further details, such as medians; not in the table.</summary>
    public string? Note { get; init; }
}
