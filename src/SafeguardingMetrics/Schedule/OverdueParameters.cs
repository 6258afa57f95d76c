using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Schedule;

/// <summary>The query parameters of the list of overdue returns.</summary>
public sealed record OverdueParameters
{
    /// <summary>Only this dataset.</summary>
    [FromQuery(Name = "dataset")]
    public string? Dataset { get; init; }

    /// <summary>Only this agency.</summary>
    [FromQuery(Name = "agency")]
    public string? Agency { get; init; }

    /// <summary>
    /// Only periods that end on this day or later, YYYY-MM-DD. If you leave it out: the first of the month eleven
    /// months before <c>asOf</c>.
    /// </summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>
    /// What was due by this instant (2026-03-01T09:00:00Z) or by the end of this day (2026-03-01). If you leave it out:
    /// <c>knownAt</c>, or now.
    /// </summary>
    [FromQuery(Name = "asOf")]
    public string? AsOf { get; init; }

    /// <summary>
    /// What was known of the schedule and of the returns at an instant or at the end of a day. If you leave it out:
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
