namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>A rule that a return broke, and how often.</summary>
public sealed record RuleBreach
{
    /// <summary>The rule's code.</summary>
    public required string Code { get; init; }

    /// <summary><c>error</c> or <c>query</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>The side of data quality that the rule guards.</summary>
    public required string Dimension { get; init; }

    /// <summary>The rule's sentence.</summary>
    public required string Message { get; init; }

    /// <summary>How many times it was broken.</summary>
    public required int Findings { get; init; }
}
