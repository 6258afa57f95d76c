namespace SafeguardingMetrics.Counts;

/// <summary>Counts summed over segments.</summary>
public sealed record CountTotals
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The first day of what was summed: of a month, a week within one, or the day itself.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The agency where figures are by agency or sector; otherwise empty.</summary>
    public required string Agency { get; init; }

    /// <summary>The member of the records' dimension; empty where they are not told apart by one.</summary>
    public required string Member { get; init; }

    /// <summary>Working days, or 0.</summary>
    public required int Amount { get; init; }

    /// <summary>The numerator.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>The denominator.</summary>
    public required decimal Denominator { get; init; }
}

/// <summary>A cell of one snapshot.</summary>
public sealed record SnapshotCell
{
    /// <summary>The snapshot's segment.</summary>
    public required string SegmentId { get; init; }

    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The member; empty for the total.</summary>
    public required string Member { get; init; }

    /// <summary>Working days, or 0.</summary>
    public required int Amount { get; init; }

    /// <summary>The numerator.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>The denominator.</summary>
    public required decimal Denominator { get; init; }
}
