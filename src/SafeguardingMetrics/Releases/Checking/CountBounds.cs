namespace SafeguardingMetrics.Releases.Checking;

/// <summary>
/// What follows from a system by carrying bounds along its sums: of each unknown the least and the greatest value that
/// the others of each of its equations leave it.
/// </summary>
/// <remarks>
/// Each equation keeps the least and the greatest sum of its terms. Where both leave every term its whole width, the
/// equation is passed over without a look at the terms; else one pass over them narrows each. An equation is looked at
/// again only where a bound of one of its terms has moved.
/// </remarks>
public sealed class CountBounds
{
    // A circle of sums can move a bound by one in each turn. It is left where it is after so many looks for each
    // equation, and what was found until then holds.
    private const int MostLooks = 200;

    private readonly CountSystem system;
    private readonly long[] least;
    private readonly long[] most;
    private readonly long[] sumLeast;
    private readonly long[] sumMost;
    private readonly long[] widest;
    private readonly Queue<int> open = new();
    private readonly bool[] isOpen;
    private readonly List<(int Unknown, long Least, long Most)> trail = [];
    private readonly bool isBuilt;

    internal CountBounds(CountSystem system)
    {
        this.system = system;
        (least, most) = (new long[system.Unknowns], new long[system.Unknowns]);
        for (var unknown = 0; unknown < system.Unknowns; unknown++) (least[unknown], most[unknown]) = system.BoundsOf(unknown);
        (sumLeast, sumMost) = (new long[system.Equations], new long[system.Equations]);
        widest = new long[system.Equations];
        isOpen = new bool[system.Equations];
        for (var equation = 0; equation < system.Equations; equation++)
        {
            foreach (var (unknown, sign) in system.TermsOf(equation))
            {
                sumLeast[equation] += sign > 0 ? least[unknown] : -most[unknown];
                sumMost[equation] += sign > 0 ? most[unknown] : -least[unknown];
                widest[equation] = Math.Max(widest[equation], most[unknown] - least[unknown]);
            }

            Open(equation);
        }

        Settle();
        isBuilt = true;
    }

    /// <summary>The equation that cannot be true, where there is one: then the system has no solution.</summary>
    public int? ContradictoryEquation { get; private set; }

    /// <summary>The least and the greatest value that are left. They say nothing where there is a contradiction.</summary>
    public (long AtLeast, long AtMost) this[int unknown] => (least[unknown], most[unknown]);

    /// <summary>What was narrowed since the system was built, in order: an unknown, perhaps several times.</summary>
    internal IReadOnlyList<(int Unknown, long Least, long Most)> Narrowed => trail;

    /// <summary>
    /// Narrows an unknown for a trial and carries that along; <see cref="GoBack"/> takes it back.
    /// </summary>
    /// <returns>False where nothing is left.</returns>
    internal bool Narrow(int unknown, long atLeast, long atMost)
    {
        (atLeast, atMost) = (Math.Max(atLeast, least[unknown]), Math.Min(atMost, most[unknown]));
        if (atLeast > atMost) return false;
        if ((atLeast, atMost) == (least[unknown], most[unknown])) return true;
        Set(unknown, atLeast, atMost);
        return Settle();
    }

    /// <summary>Takes trials back, to where so many had been narrowed.</summary>
    internal void GoBack(int narrowed)
    {
        ContradictoryEquation = null;
        for (var i = trail.Count - 1; i >= narrowed; i--) Replace(trail[i].Unknown, trail[i].Least, trail[i].Most);
        trail.RemoveRange(narrowed, trail.Count - narrowed);
    }

    private bool Settle()
    {
        var left = isBuilt ? 20_000 : MostLooks * (long)system.Equations;
        while (open.TryDequeue(out var equation))
        {
            isOpen[equation] = false;
            if (left-- <= 0 || ContradictoryEquation is not null) continue;
            if (sumLeast[equation] > 0 || sumMost[equation] < 0) ContradictoryEquation = equation;
            else if (widest[equation] > Math.Min(sumMost[equation], -sumLeast[equation])) NarrowTerms(equation);
        }

        return ContradictoryEquation is null;
    }

    private void NarrowTerms(int equation)
    {
        long width = 0;
        foreach (var (unknown, sign) in system.TermsOf(equation))
        {
            // What the term adds to the sum: at most what the others at their least leave, and the other way round.
            var (from, to) = sign > 0 ? (least[unknown], most[unknown]) : (-most[unknown], -least[unknown]);
            var (newFrom, newTo) = (Math.Max(from, to - sumMost[equation]), Math.Min(to, from - sumLeast[equation]));
            if (newFrom > newTo)
            {
                ContradictoryEquation = equation;
                return;
            }

            width = Math.Max(width, newTo - newFrom);
            if ((newFrom, newTo) == (from, to)) continue;
            if (sign > 0) Set(unknown, newFrom, newTo);
            else Set(unknown, -newTo, -newFrom);
        }

        // In a trial the width is left as it was, since the trial is taken back.
        if (!isBuilt) widest[equation] = width;
    }

    private void Set(int unknown, long atLeast, long atMost)
    {
        if (isBuilt) trail.Add((unknown, least[unknown], most[unknown]));
        Replace(unknown, atLeast, atMost);
        foreach (var (equation, _) in system.EquationsOf(unknown)) Open(equation);
    }

    private void Replace(int unknown, long atLeast, long atMost)
    {
        var (leastMove, mostMove) = (atLeast - least[unknown], atMost - most[unknown]);
        foreach (var (equation, sign) in system.EquationsOf(unknown))
        {
            sumLeast[equation] += sign > 0 ? leastMove : -mostMove;
            sumMost[equation] += sign > 0 ? mostMove : -leastMove;
        }

        (least[unknown], most[unknown]) = (atLeast, atMost);
    }

    private void Open(int equation)
    {
        if (isOpen[equation]) return;
        isOpen[equation] = true;
        open.Enqueue(equation);
    }
}
