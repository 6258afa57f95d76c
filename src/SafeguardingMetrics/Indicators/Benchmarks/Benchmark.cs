using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>The published value of an indicator for an area and a period.</summary>
public sealed record Benchmark
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>england, region, statistical-neighbour or local-authority.</summary>
    public required string AreaType { get; init; }

    /// <summary>The area's code of the Office for National Statistics.</summary>
    public required string AreaCode { get; init; }

    /// <summary>The area's name.</summary>
    public required string AreaName { get; init; }

    /// <summary>The period's label, such as 2024-25.</summary>
    public required string Period { get; init; }

    /// <summary>The period's first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The period's last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The value in the indicator's unit; null where the area publishes none.</summary>
    public required decimal? Value { get; init => field = value is { } number ? Rounding.TrimTrailingZeros(number) : null; }

    /// <summary>The rank of a statistical neighbour, 1 the most similar; null where not given.</summary>
    public required int? Rank { get; init; }

    /// <summary>How similar a statistical neighbour is, in the model's word; null where not given.</summary>
    public required string? Closeness { get; init; }

    /// <summary>When the row was loaded; null for a row that is not stored yet.</summary>
    public required DateTimeOffset? LoadedAt { get; init; }
}
