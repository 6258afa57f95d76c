using SafeguardingMetrics.Datasets.Declaring;
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

    /// <summary>Its members in the order of a dataset's dimensions; null for those that a view does not give.</summary>
    public string?[] GetMembers(Dataset dataset) => [.. dataset.Dimensions.Select(dimension => dimension switch
    {
        Dimension.Locality => Locality,
        Dimension.Team => Team,
        Dimension.Category => Category,
        _ => null,
    })];

    /// <summary>The same as a measure.</summary>
    public Measure Measure => new((long)(Numerator * Measure.One), (long)(Denominator * Measure.One), Amount);
}
