using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>What an area published of an indicator for a period.</summary>
public sealed record Benchmark
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>england, region, statistical-neighbour or local-authority.</summary>
    public required string AreaType { get; init; }

    /// <summary>The area's code, as the Office for National Statistics has it.</summary>
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

    /// <summary>Of a statistical neighbour: which it is, 1 the nearest; null where not given.</summary>
    public required int? Rank { get; init; }

    /// <summary>Of a statistical neighbour: the model's word for how near it is; null where not given.</summary>
    public required string? Closeness { get; init; }

    /// <summary>When it was loaded; null where it has not been.</summary>
    public required DateTimeOffset? LoadedAt { get; init; }
}
