namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// Which unknowns a reader can work out from equations between them whose other terms are known: those whose unit
/// vector is in the space of the rows, which are those that are 0 in every solution of the rows set to 0.
/// </summary>
/// <remarks>
/// Arithmetic is modulo a prime and one solution is tried, made of fixed pseudo-random numbers: an unknown that can be
/// worked out is always found; one in two thousand million that cannot is taken for one that can, and hides a figure
/// too many.
/// </remarks>
public static class LinearDisclosureAudit
{
    private const long Prime = int.MaxValue;

    /// <summary>True at the place of each unknown that can be worked out.</summary>
    /// <param name="unknowns">How many places there are.</param>
    /// <param name="equations">The unknown terms of each equation with their signs; a place that comes twice is added
    /// up.</param>
    public static bool[] FindDetermined(int unknowns, IEnumerable<IEnumerable<(int Place, int Sign)>> equations)
    {
        var rows = new List<Dictionary<int, long>>();
        var rowsOf = new Dictionary<int, HashSet<int>>();
        foreach (var equation in equations)
        {
            var row = new Dictionary<int, long>();
            foreach (var (place, sign) in equation) Add(row, place, sign);
            if (row.Count == 0) continue;
            foreach (var place in row.Keys) Of(rowsOf, place).Add(rows.Count);
            rows.Add(row);
        }

        var eliminated = Eliminate(rows, rowsOf);
        var solution = new long[unknowns];
        for (var place = 0; place < unknowns; place++) solution[place] = Scatter(place);
        for (var i = eliminated.Count - 1; i >= 0; i--)
        {
            var (pivot, row) = eliminated[i];
            long others = 0;
            foreach (var (place, factor) in row)
                if (place != pivot) others = (others + factor * solution[place]) % Prime;
            solution[pivot] = (Prime - others) % Prime * Inverse(row[pivot]) % Prime;
        }

        return [.. solution.Select(value => value == 0)];
    }

    // Takes the unknown of the fewest rows, so that rows stay short.
    private static List<(int Pivot, Dictionary<int, long> Row)> Eliminate(
        List<Dictionary<int, long>> rows, Dictionary<int, HashSet<int>> rowsOf)
    {
        var eliminated = new List<(int, Dictionary<int, long>)>();
        var next = new PriorityQueue<int, (int Rows, int Place)>(rowsOf.Select(pair => (pair.Key, (pair.Value.Count, pair.Key))));
        while (next.TryDequeue(out var place, out var priority))
        {
            var holding = rowsOf[place];
            if (holding.Count == 0) continue;
            if (holding.Count != priority.Rows)
            {
                next.Enqueue(place, (holding.Count, place));
                continue;
            }

            var pivot = holding.MinBy(number => (rows[number].Count, number));
            var pivotRow = rows[pivot];
            foreach (var term in pivotRow.Keys) rowsOf[term].Remove(pivot);
            var inverse = Inverse(pivotRow[place]);
            foreach (var number in holding.ToList())
            {
                var factor = (Prime - rows[number][place]) * inverse % Prime;
                foreach (var (term, value) in pivotRow)
                {
                    Add(rows[number], term, factor * value % Prime);
                    if (rows[number].ContainsKey(term)) rowsOf[term].Add(number);
                    else rowsOf[term].Remove(number);
                }
            }

            foreach (var term in pivotRow.Keys)
                if (rowsOf[term].Count > 0) next.Enqueue(term, (rowsOf[term].Count, term));
            eliminated.Add((place, pivotRow));
        }

        return eliminated;
    }

    private static void Add(Dictionary<int, long> row, int place, long value)
    {
        var sum = ((row.GetValueOrDefault(place) + value) % Prime + Prime) % Prime;
        if (sum == 0) row.Remove(place);
        else row[place] = sum;
    }

    private static HashSet<int> Of(Dictionary<int, HashSet<int>> rowsOf, int place) =>
        rowsOf.TryGetValue(place, out var rows) ? rows : rowsOf[place] = [];

    private static long Inverse(long value)
    {
        long result = 1;
        for (var (power, exponent) = (value, Prime - 2); exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = result * power % Prime;
            power = power * power % Prime;
        }

        return result;
    }

    // SplitMix64's scattering: the same numbers on every instance.
    private static long Scatter(int place)
    {
        var x = ((ulong)place + 1) * 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return (long)((x ^ (x >> 31)) % (Prime - 1)) + 1;
    }
}
