namespace SafeguardingMetrics.Releases.Checking;

/// <summary>What a release shows otherwise than its groups, so that nobody can work out a small count.</summary>
public sealed record ReleaseCheckResult
{
    /// <summary>The numbers that are shown a group higher or lower, silently, in the order of the table.</summary>
    public required IReadOnlyList<MovedNumber> Moves { get; init; }

    /// <summary>The tables that are not given, where no move helped, in the order in which they were left out.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }

    /// <summary>How many counts and differences could be worked out before anything was moved.</summary>
    public required int DeterminedBefore { get; init; }

    /// <summary>
    /// How many of these were only taken for that, because the search for another value took too long.
    /// </summary>
    public required int Undecided { get; init; }

    /// <summary>
    /// True where nothing more can be worked out than is known without this release. False only where the earlier releases
    /// contradict each other, whatever this one shows; it then shows nothing.
    /// </summary>
    public required bool IsSafe { get; init; }
}
