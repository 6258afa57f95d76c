namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>The four rules by which a point is more than noise, in the order in which they are tried: the first that holds is the point's.</summary>
public enum ChartRule
{
    /// <summary>A point beyond a process limit.</summary>
    BeyondLimit,

    /// <summary>Seven points or more running, each above the one before, or each below it.</summary>
    Trend,

    /// <summary>Of three points running on one side of the mean, two or more between the near limit and the limit; those are the rule's points.</summary>
    TwoOfThree,

    /// <summary>Seven points or more running on one side of the mean; a point on the mean ends the run.</summary>
    Shift,
}

/// <summary>What a rule found at a point.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Direction">1 where the rule found values high or rising, -1 where low or falling.</param>
/// <param name="Points">The places of the points that make it up, in their order.</param>
public sealed record Signal(ChartRule Rule, int Direction, IReadOnlyList<int> Points);
