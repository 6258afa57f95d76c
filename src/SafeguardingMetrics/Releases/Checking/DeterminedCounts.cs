namespace SafeguardingMetrics.Releases.Checking;

/// <summary>Which of the asked unknowns of a system have one value left, a secret one.</summary>
internal static class DeterminedCounts
{
    // Enough for every unknown of the simulated partnerships; see the tests.
    private const int MostAttempts = 40;

    /// <summary>Finds them, in the order asked.</summary>
    /// <remarks>
    /// The answer follows from the system alone, whichever solution is given. Of an unknown that the bounds leave more
    /// than one value, another solution is looked for in which it has another; each that is found settles all the unknowns
    /// that have other values in it. An unknown whose search does not end in time is taken for determined.
    /// </remarks>
    /// <param name="system">The system.</param>
    /// <param name="bounds">Its bounds.</param>
    /// <param name="solution">A solution of it.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="undecided">How many of those returned were only taken for determined.</param>
    public static List<AskedCount> Find(
        CountSystem system, CountBounds bounds, IReadOnlyList<long> solution, IEnumerable<AskedCount> asked, out int undecided)
    {
        var determined = new List<AskedCount>();
        undecided = 0;
        var isOpen = new bool[system.Unknowns];
        var search = new SolutionSearch(system, bounds, solution, MostAttempts);
        foreach (var count in asked)
        {
            var (unknown, value) = (count.Unknown, solution[count.Unknown]);
            if (isOpen[unknown] || !count.IsSecret(value)) continue;
            var outcome = Search(unknown, value + 1, CountSystem.Most);
            if (outcome != SearchOutcome.Found && Search(unknown, -CountSystem.Most, value - 1) is var below && below != SearchOutcome.None)
                outcome = below;
            if (outcome == SearchOutcome.Found) continue;
            if (outcome == SearchOutcome.OutOfTime) undecided++;
            determined.Add(count);
        }

        return determined;

        SearchOutcome Search(int unknown, long atLeast, long atMost)
        {
            var outcome = search.Find(unknown, atLeast, atMost, out var changed);
            foreach (var other in changed) isOpen[other] = true;
            return outcome;
        }
    }
}
