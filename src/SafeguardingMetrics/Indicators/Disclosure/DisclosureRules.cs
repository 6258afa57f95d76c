namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// Which parts of the protection are at work: all of them, except where a test weakens one to show that it is needed.
/// </summary>
public sealed record DisclosureRules
{
    /// <summary>Counts under this, and over 0, are hidden: 1 to 5 of people.</summary>
    public const int LeastShown = 6;

    /// <summary>All of them.</summary>
    public static DisclosureRules All { get; } = new();

    /// <summary>Hide a second count wherever one hidden could be had by subtraction.</summary>
    public bool Secondary { get; init; } = true;

    /// <summary>Solve for what is hidden, as a reader could who puts many figures together.</summary>
    public bool Audit { get; init; } = true;

    /// <summary>Know which counts of different indicators are the same, or part of one another.</summary>
    public bool Relations { get; init; } = true;
}
