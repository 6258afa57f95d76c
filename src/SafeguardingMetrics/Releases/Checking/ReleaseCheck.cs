namespace SafeguardingMetrics.Releases.Checking;

/// <summary>
/// Makes sure before a release is stored that all that is shown, with what earlier releases have shown, determines no
/// count of nought to four and no difference of one to four.
/// </summary>
/// <remarks>
/// What it does follows from what is shown, and not from the true counts within the groups: else a reader who knows the
/// check would learn from what it did. The true counts are only where the search for a solution begins.
/// </remarks>
public static class ReleaseCheck
{
    /// <summary>
    /// Checks a table; where a count can be worked out, moves a number or leaves a table out. The table's bounds are
    /// afterwards those of what is to be shown.
    /// </summary>
    /// <param name="table">The table, of which the earlier releases by themselves determine nothing.</param>
    public static ReleaseCheckResult Run(CountTable table)
    {
        var state = TableState.Of(table, table.Values, table.Asked);
        var fallback = new Fallback(table);
        var after = fallback.Mend(state);
        return new ReleaseCheckResult
        {
            Moves = fallback.ListMoves(),
            Withheld = fallback.Withheld,
            DeterminedBefore = state.Determined.Count,
            Undecided = state.Undecided,
            IsSafe = after.IsSafe,
        };
    }
}
