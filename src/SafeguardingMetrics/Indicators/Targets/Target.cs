using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>The value that the partnership aims at for an indicator, from a day on.</summary>
public sealed record Target
{
    /// <summary>The id of the target.</summary>
    public required string TargetId { get; init; }

    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The agency that the target is for; null where it is not for one agency.</summary>
    public required string? Agency { get; init; }

    /// <summary>
    /// The locality that the target is for; null where it is not for one locality. A target without agency and locality
    /// is for the whole partnership.
    /// </summary>
    public required string? Locality { get; init; }

    /// <summary>The first day of validity. The target is valid until the next one of the same scope.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The value to reach, in the indicator's unit, to one decimal place.</summary>
    public required decimal Value { get; init => field = Rounding.ToOnePlace(value); }

    /// <summary>
    /// By how much the target may be missed for amber instead of red, in the indicator's unit (for percentages:
    /// percentage points).
    /// </summary>
    public required decimal Tolerance { get; init => field = Rounding.ToOnePlace(value); }

    /// <summary>When the target was set.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>The id of the API key that set the target.</summary>
    public required string SetBy { get; init; }

    /// <summary>When the target was replaced or withdrawn; null while it is in force.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>The id of the API key that ended the target.</summary>
    public required string? EndedBy { get; init; }

    /// <summary>The target as it was known at an instant: without an end that came later.</summary>
    public Target AsKnownAt(DateTimeOffset? knownAt) =>
        knownAt is { } at && EndedAt > at ? this with { EndedAt = null, EndedBy = null } : this;
}
