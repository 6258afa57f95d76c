using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>What the partnership aims at for an indicator from a day on, as it was said at an instant.</summary>
public sealed record Target
{
    /// <summary>Its id.</summary>
    public required string TargetId { get; init; }

    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The agency it is for; null where for none alone.</summary>
    public required string? Agency { get; init; }

    /// <summary>The locality it is for; null where for none alone. With neither, it is the whole partnership's.</summary>
    public required string? Locality { get; init; }

    /// <summary>The day from which it holds, until the next of the same scope.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>What to reach, in the indicator's unit, to one decimal place.</summary>
    public required decimal Value { get; init => field = Rounding.ToOnePlace(value); }

    /// <summary>By how much it may be missed and still be amber, in the indicator's unit (of percentages: points).</summary>
    public required decimal Tolerance { get; init => field = Rounding.ToOnePlace(value); }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>The id of the key that said it.</summary>
    public required string SetBy { get; init; }

    /// <summary>When another took its place or it was withdrawn; null while it stands.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>The id of the key that ended it.</summary>
    public required string? EndedBy { get; init; }

    /// <summary>The same as it was known at an instant: an end that came later was not known.</summary>
    public Target AsKnownAt(DateTimeOffset? knownAt) => knownAt is { } at && EndedAt > at ? this with { EndedAt = null, EndedBy = null } : this;
}
