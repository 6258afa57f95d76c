namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>The kinds of area that a benchmark is of.</summary>
public static class AreaType
{
    /// <summary>All of England.</summary>
    public const string England = "england";

    /// <summary>A region.</summary>
    public const string Region = "region";

    /// <summary>One of the ten authorities that the statistical model says are most like this one.</summary>
    public const string StatisticalNeighbour = "statistical-neighbour";

    /// <summary>Any local authority: from all that are given the quartiles are made.</summary>
    public const string LocalAuthority = "local-authority";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [England, Region, StatisticalNeighbour, LocalAuthority];
}
