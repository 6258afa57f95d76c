namespace SafeguardingMetrics.Releases.Checking;

/// <summary>What a reader can work out from a table as it is shown.</summary>
internal sealed record TableState
{
    // A solution near the true counts is found at once unless numbers were moved; then a few sums must give way.
    private const int MostAttempts = 24;

    /// <summary>A solution; null where there is none, which would tell a reader that a number was moved.</summary>
    public required IReadOnlyList<long>? Solution { get; init; }

    /// <summary>Where there is none: the terms of the sum that cannot be true.</summary>
    public required IReadOnlyList<int> Contradiction { get; init; }

    /// <summary>What can be worked out.</summary>
    public required IReadOnlyList<AskedCount> Determined { get; init; }

    /// <summary>How many of these are only taken for it.</summary>
    public int Undecided { get; init; }

    /// <summary>True where nothing can be worked out.</summary>
    public bool IsSafe => Solution is not null && Determined.Count == 0;

    /// <summary>Finds it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="near">The values near which a solution is looked for.</param>
    /// <param name="asked">Of which counts it is asked.</param>
    public static TableState Of(CountTable table, IReadOnlyList<long> near, IEnumerable<AskedCount> asked)
    {
        var bounds = table.System.Propagate();
        if (bounds.ContradictoryEquation is { } equation) return Impossible(table, equation);
        var search = new SolutionSearch(table.System, bounds, near, MostAttempts);
        if (search.Find() is not { } solution) return Impossible(table, search.FirstBroken);
        var determined = DeterminedCounts.Find(table.System, bounds, solution, asked, out var undecided);
        return new TableState { Solution = solution, Contradiction = [], Determined = determined, Undecided = undecided };
    }

    private static TableState Impossible(CountTable table, int? equation)
    {
        var terms = new List<int>();
        if (equation is { } broken)
            foreach (var (unknown, _) in table.System.TermsOf(broken)) terms.Add(unknown);
        return new TableState { Solution = null, Contradiction = terms, Determined = [] };
    }
}
