
namespace SafeguardingMetrics.Indicators.Populations;

/// <summary>How many people of one group (such as an ethnicity) live in the partnership's area.</summary>
public sealed record Population
{
    /// <summary>The breakdowns by which populations can be loaded.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = SafeguardingMetrics.Datasets.Declaring.Indicators.Dimension.ForChildren;

    /// <summary>ethnicity, sex, age or disability.</summary>
    public required string Dimension { get; init; }

    /// <summary>The group, in the same words as in figures by that breakdown.</summary>
    public required string Member { get; init; }

    /// <summary>The first day of validity. The count is valid until the next one of the same group.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The number of people.</summary>
    public required int People { get; init; }

    /// <summary>When the row was loaded; null for a row that is not stored yet.</summary>
    public required DateTimeOffset? LoadedAt { get; init; }
}
