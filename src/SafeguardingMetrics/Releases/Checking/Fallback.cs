namespace SafeguardingMetrics.Releases.Checking;

/// <summary>
/// Where a small count can be worked out, shows a number of five or more that stands in a sum with it a group higher or
/// lower. Nobody is told: a mark would tell what it hides. Where no move helps, a table is left out.
/// </summary>
internal sealed class Fallback(CountTable table)
{
    // Numbers further away than this seldom bear on a count.
    private const int FurthestSums = 3;
    private const int MostTried = 60;

    private readonly SortedSet<int> moved = [];
    private readonly List<string> withheld = [];
    private readonly HashSet<AskedCount> tried = [];
    private IReadOnlyList<AskedCount> asked = table.Asked;

    /// <summary>The tables left out.</summary>
    public IReadOnlyList<string> Withheld => withheld;

    /// <summary>The numbers moved, in the order of the table.</summary>
    public IReadOnlyList<MovedNumber> ListMoves() =>
        [.. moved.Select(table.FindNumber).OfType<TableNumber>().Where(number => number.Group is not null).Select(AsMove)];

    /// <summary>Mends what can be worked out by moves and by leaving tables out.</summary>
    /// <returns>What the table then is.</returns>
    public TableState Mend(TableState state)
    {
        while (!state.IsSafe)
        {
            int[] start = state.Determined.Count > 0 ? [state.Determined[0].Unknown] : [.. state.Contradiction];
            var near = ListNumbersNear(start);
            // First what no move can help: each move that is tried costs a look at the whole table.
            if ((LeaveOutBeyondHelp(state) ?? TryMoves(state, near) ?? LeaveOut(state, near)) is not { } next) return state;
            state = next;
        }

        return state;
    }

    private TableState? TryMoves(TableState state, List<TableNumber> near)
    {
        var canMove = near.Where(number => number.CanMove && number.Group is not null && !moved.Contains(number.Count));
        foreach (var number in canMove.Take(MostTried))
        {
            var shown = number.Group!.Value;
            foreach (var groups in shown.AtLeast > CountGroup.Width ? [-1, 1] : (int[])[1])
            {
                table.Show(number.Count, shown.Move(groups));
                if (Evaluate(state) is not { } better) continue;
                moved.Add(number.Count);
                return better;
            }

            table.Show(number.Count, shown);
        }

        return null;
    }

    // What the table is with the move, where that mends it: fewer are determined, and none that was not.
    private TableState? Evaluate(TableState state)
    {
        var near = state.Solution ?? table.Values;
        if (state.Determined.Count > 0 && !TableState.Of(table, near, [state.Determined[0]]).IsSafe) return null;
        var after = TableState.Of(table, near, asked);
        return after.Solution is not null && !after.Determined.Except(state.Determined).Any() ? after : null;
    }

    // What can be worked out though nothing of this release is shown is not asked any more: it is known from elsewhere.
    private TableState? LeaveOutBeyondHelp(TableState state)
    {
        var candidates = state.Determined.Where(tried.Add).ToList();
        if (candidates.Count == 0) return null;
        var groups = table.ListNumbers().Where(number => number.IsNew).Select(number => (number.Count, number.Group)).ToList();
        foreach (var (count, _) in groups) table.Show(count, null);
        var known = TableState.Of(table, table.Values, candidates).Determined.ToHashSet();
        foreach (var (count, group) in groups) table.Show(count, group);
        if (known.Count == 0) return null;
        asked = [.. asked.Where(count => !known.Contains(count))];
        return state with { Determined = [.. state.Determined.Where(count => !known.Contains(count))] };
    }

    private TableState? LeaveOut(TableState state, List<TableNumber> near)
    {
        // The count's own table first, then those of its neighbours, and in the end all of the release.
        var first = near.Concat(table.ListNumbers()).FirstOrDefault(number => number.IsNew && number.Group is not null);
        if (first?.Table is not { } name) return null;
        foreach (var number in table.ListNumbers().Where(number => number.IsNew && number.Table == name))
            table.Show(number.Count, null);
        withheld.Add(name);
        return TableState.Of(table, state.Solution ?? table.Values, asked);
    }

    // The shown numbers of this release, the nearest by sums first and then in the order of the table.
    private List<TableNumber> ListNumbersNear(int[] start)
    {
        var (seen, found) = (new HashSet<int>(start), new List<TableNumber>());
        var ring = start.ToList();
        for (var sums = 0; ring.Count > 0; sums++)
        {
            found.AddRange(ring.Order().Select(table.FindNumber).OfType<TableNumber>().Where(number => number.IsNew));
            if (sums == FurthestSums) break;
            var next = new List<int>();
            foreach (var unknown in ring)
                foreach (var equation in table.System.EquationsOf(unknown))
                    foreach (var term in table.System.TermsOf(equation.Place))
                        if (seen.Add(term.Place)) next.Add(term.Place);
            ring = next;
        }

        return found;
    }

    private static MovedNumber AsMove(TableNumber number)
    {
        var group = number.Group!.Value;
        return new MovedNumber(number.Count, group.AtLeast, group.AtMost, Math.Clamp(number.Value, group.AtLeast, group.AtMost));
    }
}
