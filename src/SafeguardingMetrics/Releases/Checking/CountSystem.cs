using System.Runtime.InteropServices;

namespace SafeguardingMetrics.Releases.Checking;

/// <summary>
/// Whole numbers that are known within bounds, and equations between them, each of which says that a sum of unknowns,
/// each added or taken away, is nought. Unknowns and equations are named by their place, in the order in which they
/// were added.
/// </summary>
public sealed class CountSystem
{
    /// <summary>The greatest amount of a bound: what is as good as unbounded.</summary>
    public const long Most = 1_000_000_000;

    // Some seconds of searching. What takes longer is taken for determined, and its table is left out.
    private const long MostWork = 3_000_000;

    private readonly List<long> atLeast = [];
    private readonly List<long> atMost = [];
    private readonly List<SystemTerm> terms = [];
    private readonly List<int> firstTerms = [0];
    private SystemTerm[] uses = [];
    private int[]? firstUses;

    /// <summary>How much was done in search of solutions, over all searches: sums that were looked at.</summary>
    internal long Work { get; set; }

    /// <summary>True where no more is searched.</summary>
    internal bool IsOutOfWork => Work > MostWork;

    /// <summary>How many unknowns there are.</summary>
    public int Unknowns => atLeast.Count;

    /// <summary>How many equations there are.</summary>
    public int Equations => firstTerms.Count - 1;

    /// <summary>Adds an unknown.</summary>
    /// <param name="atLeast">Its least value; <see cref="Most"/> below nought where there is none.</param>
    /// <param name="atMost">Its greatest value, at least the least; <see cref="Most"/> where there is none.</param>
    /// <returns>Its place.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are the wrong way round, or beyond <see cref="Most"/>.</exception>
    public int Add(long atLeast, long atMost)
    {
        ThrowUnlessBounds(atLeast, atMost);
        this.atLeast.Add(atLeast);
        this.atMost.Add(atMost);
        firstUses = null;
        return Unknowns - 1;
    }

    /// <summary>Says anew within what bounds an unknown is known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are the wrong way round, or beyond <see cref="Most"/>.</exception>
    public void SetBounds(int unknown, long atLeast, long atMost)
    {
        ThrowUnlessBounds(atLeast, atMost);
        this.atLeast[unknown] = atLeast;
        this.atMost[unknown] = atMost;
    }

    /// <summary>Says that a sum is nought.</summary>
    /// <param name="equation">The unknowns, each with the sign 1 or -1. One that comes with both signs falls out.</param>
    /// <returns>The equation's place.</returns>
    /// <exception cref="ArgumentException">An unknown comes twice with the same sign, or a sign is neither 1 nor -1.</exception>
    public int AddEquation(IEnumerable<(int Unknown, int Sign)> equation)
    {
        var signs = new Dictionary<int, int>();
        var order = new List<int>();
        foreach (var (unknown, sign) in equation)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(unknown, nameof(equation));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unknown, Unknowns, nameof(equation));
            var sum = signs.GetValueOrDefault(unknown) + sign;
            if (sign is not (1 or -1) || sum is < -1 or > 1)
                throw new ArgumentException("An unknown of an equation is added or taken away once.", nameof(equation));
            if (signs.TryAdd(unknown, sum)) order.Add(unknown);
            else signs[unknown] = sum;
        }

        foreach (var unknown in order)
            if (signs[unknown] != 0) terms.Add(new SystemTerm(unknown, signs[unknown]));
        firstTerms.Add(terms.Count);
        firstUses = null;
        return Equations - 1;
    }

    /// <summary>Says that a whole is the sum of its parts.</summary>
    /// <returns>The equation's place.</returns>
    /// <exception cref="ArgumentException">A part comes twice.</exception>
    public int AddSum(int whole, IEnumerable<int> parts) => AddEquation(parts.Select(part => (part, 1)).Prepend((whole, -1)));

    /// <summary>Adds the unknown that is left when one is taken from another.</summary>
    /// <returns>Its place.</returns>
    public int AddDifference(int from, int taken, long atLeast, long atMost)
    {
        var difference = Add(atLeast, atMost);
        AddEquation([(from, 1), (taken, -1), (difference, -1)]);
        return difference;
    }

    /// <summary>The bounds within which an unknown was said to be.</summary>
    public (long AtLeast, long AtMost) BoundsOf(int unknown) => (atLeast[unknown], atMost[unknown]);

    /// <summary>Carries the bounds along every sum until nothing moves.</summary>
    public CountBounds Propagate() => new(this);

    /// <summary>True where the values are within the bounds and every sum is nought.</summary>
    /// <param name="values">A value for each unknown.</param>
    public bool IsSolution(IReadOnlyList<long> values)
    {
        for (var unknown = 0; unknown < Unknowns; unknown++)
            if (values[unknown] < atLeast[unknown] || values[unknown] > atMost[unknown]) return false;
        for (var equation = 0; equation < Equations; equation++)
            if (SumOf(equation, values) != 0) return false;
        return true;
    }

    internal long SumOf(int equation, IReadOnlyList<long> values)
    {
        long sum = 0;
        foreach (var (unknown, sign) in TermsOf(equation)) sum += sign * values[unknown];
        return sum;
    }

    /// <summary>The unknowns of an equation.</summary>
    internal ReadOnlySpan<SystemTerm> TermsOf(int equation) =>
        CollectionsMarshal.AsSpan(terms)[firstTerms[equation]..firstTerms[equation + 1]];

    /// <summary>The equations that an unknown is in, each with its sign there.</summary>
    internal ReadOnlySpan<SystemTerm> EquationsOf(int unknown)
    {
        firstUses ??= ListUses();
        return uses.AsSpan(firstUses[unknown], firstUses[unknown + 1] - firstUses[unknown]);
    }

    private int[] ListUses()
    {
        var first = new int[Unknowns + 1];
        foreach (var term in terms) first[term.Place + 1]++;
        for (var unknown = 0; unknown < Unknowns; unknown++) first[unknown + 1] += first[unknown];
        var next = first[..^1];
        uses = new SystemTerm[terms.Count];
        for (var equation = 0; equation < Equations; equation++)
            foreach (var (unknown, sign) in TermsOf(equation)) uses[next[unknown]++] = new SystemTerm(equation, sign);
        return first;
    }

    private static void ThrowUnlessBounds(long atLeast, long atMost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, -Most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atMost, Most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atLeast, atMost);
    }
}
