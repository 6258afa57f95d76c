
namespace SafeguardingMetrics.Indicators.Populations;

/// <summary>How many people of a member of a breakdown live in the partnership's area.</summary>
public sealed record Population
{
    /// <summary>The breakdowns that a population can be given by.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = SafeguardingMetrics.Datasets.Declaring.Indicators.Dimension.ForChildren;

    /// <summary>ethnicity, sex, age or disability.</summary>
    public required string Dimension { get; init; }

    /// <summary>The member, in the words of figures by that breakdown.</summary>
    public required string Member { get; init; }

    /// <summary>The day from which the count stands for the population, until the next that is loaded.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>How many there are.</summary>
    public required int People { get; init; }

    /// <summary>When it was loaded; null where it has not been.</summary>
    public required DateTimeOffset? LoadedAt { get; init; }
}
