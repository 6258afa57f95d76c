namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// An indicator's counts for one agency, month and member: of an activity the month's sums, of a snapshot the agency's
/// last day in it.
/// </summary>
public sealed record CountRow
{
    /// <summary>The first of the month.</summary>
    public required DateOnly MonthOn { get; init; }

    /// <summary>The agency that sent them.</summary>
    public required string Agency { get; init; }

    /// <summary>Its sector.</summary>
    public required string Sector { get; init; }

    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The breakdown; <c>all</c> for the total.</summary>
    public required string Dimension { get; init; }

    /// <summary>The member; empty for the total.</summary>
    public required string Member { get; init; }

    /// <summary>The numerator.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>The denominator.</summary>
    public required decimal Denominator { get; init; }
}
