namespace SafeguardingMetrics.Tests.Indicators.Disclosure;

/// <summary>
/// Someone who knows how figures are defined, collects every one that is shown, and solves for the others. Shares
/// nothing with the product: it thinks in the smallest counts there are, of each of which every figure is a sum, and in
/// another prime.
/// </summary>
public sealed class Intruder
{
    private const long Prime = 1_000_000_007;
    private readonly List<Dictionary<int, long>> known = [];
    private readonly SortedDictionary<int, Dictionary<int, long>> solved = [];

    /// <summary>Learns the value of a sum of counts, whatever it is.</summary>
    public void AddEquation(IReadOnlyDictionary<int, long> sum) =>
        known.Add(sum.ToDictionary(term => term.Key, term => Reduced(term.Value)));

    /// <summary>Solves.</summary>
    public void Solve()
    {
        foreach (var row in known.OrderBy(row => row.Count))
        {
            var rest = Reduce(row);
            if (rest.Count == 0) continue;
            var first = rest.Keys.Min();
            var inverse = Power(rest[first], Prime - 2);
            solved[first] = rest.ToDictionary(term => term.Key, term => term.Value * inverse % Prime);
        }
    }

    /// <summary>True where the value of a sum follows from what was learnt.</summary>
    public bool CanDerive(IReadOnlyDictionary<int, long> sum) =>
        Reduce(sum.ToDictionary(term => term.Key, term => Reduced(term.Value))).Count == 0;

    private Dictionary<int, long> Reduce(Dictionary<int, long> row)
    {
        var rest = new SortedDictionary<int, long>(row);
        var free = new Dictionary<int, long>();
        while (rest.Count > 0)
        {
            var (first, value) = rest.First();
            if (!solved.TryGetValue(first, out var pivot))
            {
                free[first] = value;
                rest.Remove(first);
                continue;
            }

            foreach (var (term, factor) in pivot)
            {
                var sum = Reduced(rest.GetValueOrDefault(term) - value * factor % Prime);
                if (sum == 0) rest.Remove(term);
                else rest[term] = sum;
            }
        }

        return free;
    }

    private static long Reduced(long value) => (value % Prime + Prime) % Prime;

    private static long Power(long value, long exponent)
    {
        long result = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = result * value % Prime;
            value = value * value % Prime;
        }

        return result;
    }
}
