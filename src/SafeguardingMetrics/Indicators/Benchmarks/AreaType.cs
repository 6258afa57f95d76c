namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>The kinds of area that a benchmark can be for.</summary>
public static class AreaType
{
    /// <summary>England as a whole.</summary>
    public const string England = "england";

    /// <summary>A region of England.</summary>
    public const string Region = "region";

    /// <summary>
    /// One of the ten local authorities that the statistical neighbour model finds most similar to this one.
    /// </summary>
    public const string StatisticalNeighbour = "statistical-neighbour";

    /// <summary>Any local authority. The quartiles are calculated from all that were loaded.</summary>
    public const string LocalAuthority = "local-authority";

    /// <summary>All kinds of area.</summary>
    public static IReadOnlyList<string> All { get; } = [England, Region, StatisticalNeighbour, LocalAuthority];
}
