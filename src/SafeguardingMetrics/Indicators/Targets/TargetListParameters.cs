using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>The query parameters of the list of targets.</summary>
public sealed record TargetListParameters
{
    /// <summary>Only targets of this indicator.</summary>
    [FromQuery(Name = "indicator")]
    public string? Indicator { get; init; }

    /// <summary>Only targets of this agency.</summary>
    [FromQuery(Name = "agency")]
    public string? Agency { get; init; }

    /// <summary>Only targets of this locality.</summary>
    [FromQuery(Name = "locality")]
    public string? Locality { get; init; }

    /// <summary>
    /// The targets that held at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01). If you leave it
    /// out: now.
    /// </summary>
    [FromQuery(Name = "knownAt")]
    public string? KnownAt { get; init; }

    /// <summary><c>true</c> for the targets that had ended as well. If you leave it out: <c>false</c>.</summary>
    [FromQuery(Name = "history")]
    public string? History { get; init; }

    /// <summary>
    /// <c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }
}
