namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>
/// The least and the greatest value of sums of unknowns within bounds, of which other sums are nought: the simplex
/// algorithm on a whole tableau. Shares nothing with the product.
/// </summary>
internal sealed class LinearProgram
{
    /// <summary>How much the values found are wider than the true ones, at most.</summary>
    public const double Inexact = 0.02;

    private const double Nothing = 1e-7;

    private readonly List<(double Least, double Most)> bounds = [];
    private readonly List<(int Unknown, double Factor)[]> equations = [];
    private readonly Random random = new(1);
    private double[][] rows = [];
    private double[] least = [];
    private double[] most = [];
    private double[] values = [];
    private int[] basis = [];
    private int[] rowOf = [];

    public int Pivots { get; private set; }

    /// <summary>The values of a solution: after <see cref="Solve"/> of the last that was come by.</summary>
    public IReadOnlyList<double> Values => values;

    public int Add(double atLeast, double atMost)
    {
        // Each a little wider, so that no two are reached at once, which could go round in circles.
        bounds.Add((atLeast - 1e-5 * (1 + random.NextDouble()), atMost + 1e-5 * (1 + random.NextDouble())));
        return bounds.Count - 1;
    }

    public void AddEquation(params (int Unknown, double Factor)[] terms) => equations.Add(terms);

    /// <summary>Finds a solution.</summary>
    /// <returns>False where there is none.</returns>
    public bool Solve()
    {
        // An amount of each equation that is to go to nought.
        var (unknowns, all) = (bounds.Count, bounds.Count + equations.Count);
        least = [.. bounds.Select(bound => bound.Least), .. equations.Select(_ => 0.0)];
        most = [.. bounds.Select(bound => bound.Most), .. equations.Select(_ => double.MaxValue)];
        values = [.. least];
        rowOf = [.. Enumerable.Repeat(-1, all)];
        basis = new int[equations.Count];
        rows = new double[equations.Count][];
        for (var row = 0; row < rows.Length; row++)
        {
            var amount = -equations[row].Sum(term => term.Factor * values[term.Unknown]);
            var sign = amount < 0 ? -1 : 1;
            rows[row] = new double[all];
            foreach (var (unknown, factor) in equations[row]) rows[row][unknown] += sign * factor;
            rows[row][unknowns + row] = 1;
            (basis[row], rowOf[unknowns + row]) = (unknowns + row, row);
            values[unknowns + row] = sign * amount;
        }

        Maximise([.. Enumerable.Range(unknowns, equations.Count).Select(unknown => (unknown, -1.0))], _ => { });
        if (values.Skip(unknowns).Sum() > 1e-6) return false;
        for (var unknown = unknowns; unknown < all; unknown++) most[unknown] = values[unknown];
        for (var row = 0; row < rows.Length; row++) Array.Resize(ref rows[row], unknowns);
        return true;
    }

    /// <summary>The greatest value of a sum, to which the seen is told every solution on the way.</summary>
    public double Maximise(IReadOnlyList<(int Unknown, double Factor)> sum, Action<IReadOnlyList<double>> seen)
    {
        var price = new double[Math.Max(values.Length - equations.Count, rows.Length > 0 ? rows[0].Length : 0)];
        foreach (var (unknown, factor) in sum) price[unknown] += factor;
        foreach (var (unknown, _) in sum)
        {
            if (rowOf[unknown] < 0 || price[unknown] == 0) continue;
            Subtract(price, rows[rowOf[unknown]], Filled(rows[rowOf[unknown]]), price[unknown]);
        }

        for (var steps = 0; FindEntering(price, steps > 5_000) is { } entering; steps++)
        {
            Step(entering, price[entering] > 0 ? 1 : -1, price);
            if (steps > 20_000) throw new InvalidOperationException("The simplex does not end.");
            seen(values);
        }

        return sum.Sum(term => term.Factor * values[term.Unknown]);
    }

    private int? FindEntering(double[] price, bool takeFirst)
    {
        int? best = null;
        for (var unknown = 0; unknown < price.Length; unknown++)
        {
            if (rowOf[unknown] >= 0 || most[unknown] - least[unknown] < Nothing || Math.Abs(price[unknown]) < Nothing) continue;
            var canMove = price[unknown] > 0 ? values[unknown] < most[unknown] : values[unknown] > least[unknown];
            if (!canMove || (best is { } other && Math.Abs(price[unknown]) <= Math.Abs(price[other]))) continue;
            best = unknown;
            if (takeFirst) break;
        }

        return best;
    }

    private void Step(int entering, int direction, double[] price)
    {
        var (furthest, leaving, toMost) = (most[entering] - least[entering], -1, direction > 0);
        for (var row = 0; row < rows.Length; row++)
        {
            var change = -rows[row][entering] * direction;
            if (Math.Abs(change) < 1e-5) continue;
            var unknown = basis[row];
            var room = Math.Max(0, (change > 0 ? most[unknown] - values[unknown] : least[unknown] - values[unknown]) / change);
            if (room < furthest) (furthest, leaving, toMost) = (room, row, change > 0);
        }

        for (var row = 0; row < rows.Length; row++)
            if (rows[row][entering] != 0) values[basis[row]] -= rows[row][entering] * direction * furthest;
        values[entering] += direction * furthest;

        // What is not in the basis stands exactly at its bound.
        var resting = leaving >= 0 ? basis[leaving] : entering;
        values[resting] = toMost ? most[resting] : least[resting];
        if (leaving >= 0) Pivot(leaving, entering, price);
    }

    private void Pivot(int row, int entering, double[] price)
    {
        Pivots++;
        var pivot = rows[row];
        var factor = pivot[entering];
        var filled = Filled(pivot);
        foreach (var unknown in filled) pivot[unknown] /= factor;
        foreach (var other in rows)
            if (other != pivot && other[entering] != 0) Subtract(other, pivot, filled, other[entering]);
        if (price[entering] != 0) Subtract(price, pivot, filled, price[entering]);
        (rowOf[basis[row]], rowOf[entering], basis[row]) = (-1, row, entering);
    }

    private static List<int> Filled(double[] row) => [.. Enumerable.Range(0, row.Length).Where(unknown => row[unknown] != 0)];

    private static void Subtract(double[] from, double[] row, List<int> filled, double factor)
    {
        foreach (var i in filled)
        {
            from[i] -= factor * row[i];
            if (Math.Abs(from[i]) < 1e-9) from[i] = 0;
        }
    }
}
