namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>A rule that a return broke, and the number of findings.</summary>
public sealed record RuleBreach
{
    /// <summary>The rule's code.</summary>
    public required string Code { get; init; }

    /// <summary><c>error</c> or <c>query</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>The dimension of data quality that the rule measures, such as <c>completeness</c>.</summary>
    public required string Dimension { get; init; }

    /// <summary>The rule's sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The number of findings.</summary>
    public required int Findings { get; init; }

    /// <summary>Of these, the queries that somebody has explained.</summary>
    public int Explained { get; init; }
}
