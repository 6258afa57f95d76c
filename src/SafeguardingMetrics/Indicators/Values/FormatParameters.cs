using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Indicators.Values;

/// <summary>The query parameters that say in which form an indicator's figures are given.</summary>
public sealed record FormatParameters
{
    /// <summary>
    /// <c>json</c>, <c>csv</c>, <c>xlsx</c> or <c>parquet</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>
    /// <c>true</c> for CSV with a byte order mark at its beginning, for Excel. If you leave it out: <c>false</c>.
    /// </summary>
    [FromQuery(Name = "bom")]
    public string? Bom { get; init; }
}
