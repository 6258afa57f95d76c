using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>The query parameters of the list of benchmarks.</summary>
public sealed record BenchmarkListParameters
{
    /// <summary>Only benchmarks of this indicator.</summary>
    [FromQuery(Name = "indicator")]
    public string? Indicator { get; init; }

    /// <summary>Only benchmarks of the period with this label.</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; init; }

    /// <summary>
    /// What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01). If you leave it out:
    /// now.
    /// </summary>
    [FromQuery(Name = "knownAt")]
    public string? KnownAt { get; init; }

    /// <summary>
    /// <c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }
}
