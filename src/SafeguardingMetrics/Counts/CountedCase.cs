using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Counts;

/// <summary>A row of a view under <c>db/views/indicators</c>: one case counted.</summary>
public sealed record CountedCase
{
    /// <summary>The record, or the first of those that make up the case.</summary>
    public required int RecordNumber { get; init; }

    /// <summary>The day it counts on.</summary>
    public required DateOnly CountedOn { get; init; }

    /// <summary>Quadrant or area; null where the indicator has none.</summary>
    public required string? Locality { get; init; }

    /// <summary>Team.</summary>
    public required string? Team { get; init; }

    /// <summary>Category.</summary>
    public required string? Category { get; init; }

    /// <summary>What it adds to the numerator.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>What it adds to the denominator.</summary>
    public required decimal Denominator { get; init; }

    /// <summary>Working days, or 0.</summary>
    public required int Amount { get; init; }

    /// <summary>Writes its members in the order of a dataset's dimensions, of which the first three are these and the others a view does not give.</summary>
    public void CopyMembersTo(Span<string?> members) => (members[0], members[1], members[2]) = (Locality, Team, Category);

    /// <summary>The same as a measure.</summary>
    public Measure Measure => new((long)(Numerator * Measure.One), (long)(Denominator * Measure.One), Amount);
}
