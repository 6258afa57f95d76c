using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Audit;

/// <summary>The query parameters of the audit.</summary>
public sealed record AuditParameters
{
    /// <summary>Only lines from this day on, in England, YYYY-MM-DD.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Only lines up to the end of this day, in England, YYYY-MM-DD.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>Only what the key or client with this id did.</summary>
    [FromQuery(Name = "actor")]
    public string? Actor { get; init; }

    /// <summary>Only this act, such as <c>read-cases</c>.</summary>
    [FromQuery(Name = "act")]
    public string? Act { get; init; }

    /// <summary>How many lines a page has, 1 to 1000. If you leave it out: 100.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Where the page begins. Use the address in <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary><c>json</c>, <c>csv</c> or <c>ndjson</c>. If you leave it out: what the header <c>Accept</c> prefers.</summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }
}
