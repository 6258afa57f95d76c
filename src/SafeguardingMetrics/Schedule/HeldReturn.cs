namespace SafeguardingMetrics.Schedule;

/// <summary>
/// A return that is held: it is stored, and counts for nothing until somebody confirms it. Every column is always
/// present.
/// </summary>
public sealed record HeldReturn
{
    /// <summary>The return's id.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The agency that sent it.</summary>
    public required string Agency { get; init; }

    /// <summary>The first day of its period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of its period.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The instant since which it is held.</summary>
    public required DateTimeOffset HeldAt { get; init; }

    /// <summary>The instant at which it is no longer held, unless it is confirmed before.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Why, with numbers of records; null for readers of protected figures.</summary>
    public required string? Reason { get; init; }

    /// <summary>The row without numbers of records, for readers of protected figures.</summary>
    public HeldReturn WithoutCounts() => this with { Reason = null };
}
