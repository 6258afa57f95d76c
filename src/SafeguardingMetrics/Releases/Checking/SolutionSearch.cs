namespace SafeguardingMetrics.Releases.Checking;

/// <summary>
/// Looks for a solution of a system in whole numbers, as near to given values as it can: those values that break no
/// bound and no sum stay, and only what must give way is tried. Complete: where it ends without a solution, there is none.
/// </summary>
/// <remarks>
/// At each step the values are moved into the bounds that are left. Of the sums that are then not nought the shortest
/// is taken, and of its terms the one that can make it good and breaks the fewest others: first that term takes the
/// difference, then it does not. Bounds are carried along at each step and end most trials at once.
/// </remarks>
internal sealed class SolutionSearch
{
    // Of the first eight attempts; each further eight have twice as many, to eight times.
    private const int StepsOfAttempt = 150;

    // Of the terms of a long sum so many are weighed; another is as good.
    private const int MostConsidered = 64;

    private readonly CountSystem system;
    private readonly CountBounds bounds;
    private readonly int mostAttempts;
    private readonly long[] near;
    private readonly long[] sums;
    private readonly HashSet<int> broken = [];
    private readonly long[] values;
    private readonly List<int> moved = [];
    private readonly bool[] isTouched;
    private readonly List<int> touched = [];
    private int first;
    private int steps;
    private int attempt;

    /// <param name="system">The system.</param>
    /// <param name="bounds">Its bounds; not contradictory.</param>
    /// <param name="near">The values that the solution is to be near to, one for each unknown.</param>
    /// <param name="mostAttempts">After so many attempts a search ends without an answer.</param>
    public SolutionSearch(CountSystem system, CountBounds bounds, IReadOnlyList<long> near, int mostAttempts)
    {
        (this.system, this.bounds, this.mostAttempts) = (system, bounds, mostAttempts);
        this.near = [.. near.Select((value, unknown) => Math.Clamp(value, bounds[unknown].AtLeast, bounds[unknown].AtMost))];
        values = [.. this.near];
        sums = new long[system.Equations];
        isTouched = new bool[system.Equations];
        for (var equation = 0; equation < sums.Length; equation++)
        {
            sums[equation] = system.SumOf(equation, this.near);
            if (sums[equation] != 0) broken.Add(equation);
        }
    }

    /// <summary>The first of the sums that are not nought with the values given, where there is one.</summary>
    public int? FirstBroken => broken.Count > 0 ? broken.Min() : null;

    /// <summary>A solution of the whole, or null where there is none or none was found in time.</summary>
    public long[]? Find()
    {
        Begin();
        var solution = Try() == SearchOutcome.Found ? values.ToArray() : null;
        End();
        return solution;
    }

    /// <summary>Looks for a solution in which one unknown is within the bounds.</summary>
    /// <param name="unknown">The unknown.</param>
    /// <param name="atLeast">Its least value.</param>
    /// <param name="atMost">Its greatest value.</param>
    /// <param name="changed">The unknowns that have other values in it than those it is near to.</param>
    public SearchOutcome Find(int unknown, long atLeast, long atMost, out IReadOnlyList<int> changed)
    {
        Begin();
        var outcome = bounds.Narrow(unknown, atLeast, atMost) ? Try() : SearchOutcome.None;
        changed = outcome == SearchOutcome.Found ? [.. moved] : [];
        End();
        return outcome;
    }

    private void Begin()
    {
        first = bounds.Narrowed.Count;
        steps = 0;
    }

    private void End()
    {
        bounds.GoBack(first);
        PutBack();
    }

    // A search that began badly seldom ends: it begins again soon, otherwise.
    private SearchOutcome Try()
    {
        var begun = bounds.Narrowed.Count;
        for (attempt = 0; attempt < mostAttempts; attempt++)
        {
            steps = 0;
            var outcome = Search();
            if (outcome != SearchOutcome.OutOfTime) return outcome;
            bounds.GoBack(begun);
        }

        return SearchOutcome.OutOfTime;
    }

    private SearchOutcome Search()
    {
        while (true)
        {
            if (system.IsOutOfWork || steps++ >= StepsOfAttempt << Math.Min(attempt / 8, 3)) return SearchOutcome.OutOfTime;
            system.Work += broken.Count + touched.Count + 1;
            MoveIntoBounds();
            if (FindBroken() is not { } equation) return SearchOutcome.Found;
            if (FindRemedy(equation) is not { } remedy) return SearchOutcome.None;

            var (unknown, value) = remedy;
            var isMore = value > values[unknown];
            var narrowed = bounds.Narrowed.Count;
            if (bounds.Narrow(unknown, isMore ? value : -CountSystem.Most, isMore ? CountSystem.Most : value)
                && Search() is var outcome and not SearchOutcome.None)
            {
                return outcome;
            }

            bounds.GoBack(narrowed);
            if (!bounds.Narrow(unknown, isMore ? -CountSystem.Most : value + 1, isMore ? value - 1 : CountSystem.Most))
                return SearchOutcome.None;
        }
    }

    private void MoveIntoBounds()
    {
        PutBack();
        for (var i = first; i < bounds.Narrowed.Count; i++)
        {
            var unknown = bounds.Narrowed[i].Unknown;
            var value = Math.Clamp(values[unknown], bounds[unknown].AtLeast, bounds[unknown].AtMost);
            var change = value - values[unknown];
            if (change == 0) continue;
            values[unknown] = value;
            moved.Add(unknown);
            foreach (var (equation, sign) in system.EquationsOf(unknown)) AddToSum(equation, sign * change);
        }
    }

    private void PutBack()
    {
        foreach (var unknown in moved)
        {
            var change = near[unknown] - values[unknown];
            values[unknown] = near[unknown];
            foreach (var (equation, sign) in system.EquationsOf(unknown)) sums[equation] += sign * change;
        }

        moved.Clear();
        foreach (var equation in touched) isTouched[equation] = false;
        touched.Clear();
    }

    private void AddToSum(int equation, long change)
    {
        sums[equation] += change;
        if (isTouched[equation]) return;
        isTouched[equation] = true;
        touched.Add(equation);
    }

    private int? FindBroken()
    {
        int? shortest = null;
        foreach (var equation in broken) Consider(equation);
        foreach (var equation in touched) Consider(equation);
        return shortest;

        void Consider(int equation)
        {
            if (sums[equation] == 0) return;
            if (shortest is not { } other
                || (system.TermsOf(equation).Length, equation).CompareTo((system.TermsOf(other).Length, other)) < 0)
            {
                shortest = equation;
            }
        }
    }

    // The term that can make the sum good, and the value that it must then reach.
    private (int Unknown, long Value)? FindRemedy(int equation)
    {
        (int Unknown, long Value)? best = null;
        var fewest = (Broken: int.MaxValue, Equations: int.MaxValue);
        var terms = system.TermsOf(equation);
        var start = attempt > 0 ? Scatter(equation) % terms.Length : 0;
        var considered = 0;
        for (var i = 0; i < terms.Length && considered < MostConsidered; i++)
        {
            var (unknown, sign) = terms[(start + i) % terms.Length];
            var needed = -sign * sums[equation];
            var change = Math.Clamp(needed, bounds[unknown].AtLeast - values[unknown], bounds[unknown].AtMost - values[unknown]);
            if (change == 0) continue;
            considered++;
            var uses = system.EquationsOf(unknown);
            var rank = (Broken: 0, Equations: uses.Length);
            foreach (var use in uses)
            {
                var (before, after) = (sums[use.Place], sums[use.Place] + use.Sign * change);
                if (use.Place != equation) rank.Broken += Math.Abs(after).CompareTo(Math.Abs(before));
            }

            if (attempt > 0) rank.Broken += Scatter(unknown) % 4;
            if (rank.CompareTo(fewest) >= 0) continue;
            (best, fewest) = ((unknown, values[unknown] + change), rank);
            if (attempt == 0 && (rank.Broken < 0 || rank.Equations == 1)) break;
        }

        return best;
    }

    // Numbers that look like chance and are the same each time.
    private int Scatter(int unknown)
    {
        var x = (uint)unknown * 0x9E3779B9 + (uint)attempt * 0x85EBCA6B + (uint)steps * 0xC2B2AE35;
        x = (x ^ (x >> 15)) * 0x2C1B3C6D;
        return (int)((x ^ (x >> 13)) >> 4 & 0xFFFF);
    }
}
