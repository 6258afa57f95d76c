using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Returns;

/// <summary>The query parameters of the list of a return's findings.</summary>
public sealed record FindingListParameters
{
    /// <summary>How many findings a page has, 1 to 1000. If you leave it out: 100.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Where the page begins: take it from the address in <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>
    /// <c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>
    /// <c>true</c> for CSV with a byte order mark at its beginning, for Excel. If you leave it out: <c>false</c>.
    /// </summary>
    [FromQuery(Name = "bom")]
    public string? Bom { get; init; }
}
