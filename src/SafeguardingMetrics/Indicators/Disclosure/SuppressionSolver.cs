namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// Counts and how they add up; decides which of them are shown. Counts of nothing are shown and cover nothing, so they
/// are left out. Everything is decided in the order in which it was added, and so alike wherever it is decided.
/// </summary>
public sealed class SuppressionSolver(DisclosureRules rules)
{
    private const int MostUnknowns = 20_000;

    private readonly List<CountState> counts = [];
    private readonly List<int> sameAs = [];
    private readonly List<(int Whole, int[] Parts)> sums = [];
    private readonly List<(int One, int Other)> ties = [];
    private readonly PriorityQueue<int, (int Late, int Order)> open = new();
    private int opened;
    private CountEquation[] equations = [];
    private List<int>[] equationsOf = [];
    private List<int>[] tiedTo = [];

    /// <summary>Adds a count.</summary>
    /// <param name="amount">Over 0.</param>
    /// <param name="isPublished">False for what is nobody's figure and only follows from others.</param>
    /// <param name="isSmall">True where it must not be known.</param>
    /// <returns>Its place.</returns>
    public int Add(decimal amount, bool isPublished, bool isSmall)
    {
        counts.Add(new CountState { Amount = amount, IsPublished = isPublished, IsSmall = isSmall });
        sameAs.Add(counts.Count - 1);
        return counts.Count - 1;
    }

    /// <summary>Says that a whole is the sum of its parts; of one part, that they are the same.</summary>
    public void AddSum(int whole, IEnumerable<int> parts)
    {
        if (parts.ToArray() is not [var only] many) sums.Add((whole, [.. parts]));
        else AddEquality(whole, only);
    }

    /// <summary>Says that two counts are the same one.</summary>
    public void AddEquality(int one, int other)
    {
        var (first, second) = (FindRoot(one), FindRoot(other));
        if (first == second) return;
        (first, second) = (Math.Min(first, second), Math.Max(first, second));
        sameAs[second] = first;
        counts[first].IsPublished |= counts[second].IsPublished;
        counts[first].IsSmall |= counts[second].IsSmall;
        counts[first].IsHidden |= counts[second].IsHidden;
        counts[first].IsSettled |= counts[second].IsSettled;
    }

    /// <summary>
    /// Says that two counts are so nearly proportional that one tells of the other: they are hidden together.
    /// </summary>
    public void AddProportionalPair(int one, int other) => ties.Add((one, other));

    /// <summary>Says what was decided of a count before, which is not decided again.</summary>
    public void SetDecision(int count, bool isHidden)
    {
        counts[FindRoot(count)].IsSettled = true;
        counts[FindRoot(count)].IsHidden |= isHidden;
    }

    /// <summary>True where it is not shown.</summary>
    public bool IsHidden(int count) => counts[FindRoot(count)].IsHidden;

    /// <summary>Decides.</summary>
    public void Solve()
    {
        BuildEquations();
        for (var i = 0; i < counts.Count; i++)
            if (FindRoot(i) == i && counts[i].IsSmall) Hide(i);
        for (var i = 0; i < equations.Length; i++) EnqueueEquation(i);
        ProcessQueue();
        if (!rules.Audit) return;

        while (ListDetermined() is { Count: > 0 } determined)
        {
            var covered = false;
            foreach (var small in determined)
            {
                if (FindSecondarySuppression(small) is not { } cover) continue;
                Hide(cover);
                covered = true;
            }

            if (!covered) break;
            ProcessQueue();
        }
    }

    private void BuildEquations()
    {
        equations = [.. sums
            .Select(sum => new CountEquation(FindRoot(sum.Whole), [.. sum.Parts.Select(FindRoot)]))
            // A whole among its own parts: the others are nothing, and it says nothing.
            .Where(equation => !equation.Parts.Contains(equation.Whole))];
        equationsOf = [.. counts.Select(_ => new List<int>())];
        tiedTo = [.. counts.Select(_ => new List<int>())];
        for (var i = 0; i < equations.Length; i++)
            foreach (var term in equations[i].Terms.Distinct()) equationsOf[term].Add(i);
        foreach (var (one, other) in ties)
        {
            tiedTo[FindRoot(one)].Add(FindRoot(other));
            tiedTo[FindRoot(other)].Add(FindRoot(one));
        }
    }

    private void Hide(int count)
    {
        if (counts[count].IsHidden || counts[count].IsSettled) return;
        counts[count].IsHidden = true;
        foreach (var equation in equationsOf[count]) EnqueueEquation(equation);
        foreach (var tied in tiedTo[count]) Hide(tied);
    }

    // Sums of what is nobody's figure come last: those of figures mostly settle them.
    private void EnqueueEquation(int number)
    {
        if (rules.Secondary) open.Enqueue(number, (counts[equations[number].Whole].IsPublished ? 0 : 1, opened++));
    }

    // To a fixed point: where one count of a sum is hidden, or those hidden are fewer than six together, one more is.
    private void ProcessQueue()
    {
        while (open.TryDequeue(out var number, out _))
        {
            var equation = equations[number];
            var hidden = equation.Terms.Distinct().Where(term => counts[term].IsHidden).ToList();
            var isFew = hidden.Count == 1
                || (hidden.Count > 1
                    && !counts[equation.Whole].IsHidden
                    && hidden.Sum(term => counts[term].Amount) < DisclosureRules.LeastShown);
            if (!isFew || FindCheapest(equation.Terms) is not { } cover) continue;
            Hide(cover);
            EnqueueEquation(number);
        }
    }

    // What nobody reads goes first, then the smallest, then parts before their whole.
    private int? FindCheapest(IEnumerable<int> terms) => terms
        .Where(term => counts[term] is { IsHidden: false, IsSettled: false })
        .OrderBy(term => counts[term].IsPublished).ThenBy(term => counts[term].Amount).ThenByDescending(term => term)
        .Select(term => (int?)term).FirstOrDefault();

    private List<int> ListDetermined()
    {
        var hidden = Enumerable.Range(0, counts.Count).Where(i => FindRoot(i) == i && counts[i].IsHidden).ToList();
        if (hidden.Count > MostUnknowns)
        {
            // Too many to solve for within a request: nothing more is shown than was before.
            for (var i = 0; i < counts.Count; i++) Hide(FindRoot(i));
            return [];
        }

        var determined = LinearDisclosureAudit.FindDetermined(counts.Count, equations.Select(equation => equation.Parts
            .Where(part => counts[part].IsHidden).Select(part => (part, -1))
            .Concat(counts[equation.Whole].IsHidden ? [(equation.Whole, 1)] : [])));
        return [.. hidden.Where(count => counts[count].IsSmall && determined[count])];
    }

    // The cheapest of the nearest sums that the count is in, through hidden counts from sum to sum.
    private int? FindSecondarySuppression(int small)
    {
        var seen = new HashSet<int> { small };
        var edge = new List<int> { small };
        while (edge.Count > 0)
        {
            var near = edge
                .SelectMany(count => equationsOf[count])
                .Distinct()
                .SelectMany(number => equations[number].Terms)
                .Distinct()
                .ToList();
            if (FindCheapest(near) is { } cover) return cover;
            edge = [.. near.Where(term => counts[term].IsHidden && seen.Add(term))];
        }

        return null;
    }

    private int FindRoot(int count)
    {
        while (sameAs[count] != count) count = sameAs[count] = sameAs[sameAs[count]];
        return count;
    }

    private sealed class CountState
    {
        public required decimal Amount { get; init; }

        public required bool IsPublished { get; set; }

        public required bool IsSmall { get; set; }

        public bool IsHidden { get; set; }

        public bool IsSettled { get; set; }
    }
}
