using SafeguardingMetrics.Releases.Checking;

namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>Tables of rows and columns whose counts stand nearly all at the edge of their group, so that much could be worked
/// out: what the check does of them is attacked.</summary>
[TestFixture]
public sealed class EdgeTableTests
{
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(6)]
    public void Nothing_small_can_be_worked_out_of_tables_at_the_edge(int columns)
    {
        var (determined, moves, leftOut) = (0, 0, 0);
        for (var seed = 1; seed <= 40; seed++)
        {
            var released = new EdgeTable(seed, rows: 5, columns);
            Assert.That(released.Result.IsSafe, Is.True, $"seed {seed}");
            Assert.That(released.Result.Undecided, Is.Zero, $"seed {seed}");
            Assert.That(Attack(released), Is.Zero, $"seed {seed}");
            determined += released.Result.DeterminedBefore;
            moves += released.Result.Moves.Count;
            leftOut += released.Result.Withheld.Count;
        }

        TestContext.Out.WriteLine($"{determined} determined, {moves} moved, {leftOut} tables left out");
        Assert.That(determined, Is.Positive);
        Assert.That(moves, Is.Positive);
    }

    [Test]
    public void What_the_check_does_follows_from_the_groups_alone()
    {
        var random = new Random(1);
        for (var seed = 1; seed <= 40; seed++)
        {
            var released = new EdgeTable(seed, rows: 5, columns: 5);
            // One more here and one fewer there, in two rows and two columns: all totals stay.
            var other = released.Counts.Select(row => row.ToArray()).ToArray();
            for (var i = 0; i < 50; i++)
            {
                var (row, column, below, right) = (random.Next(4), random.Next(4), 4, 4);
                long[] changed = [other[row][column] + 1, other[row][right] - 1, other[below][column] - 1, other[below][right] + 1];
                long[] before = [other[row][column], other[row][right], other[below][column], other[below][right]];
                if (changed.Min() < 0 || changed.Zip(before).Any(pair => pair.First / 5 != pair.Second / 5)) continue;
                (other[row][column], other[row][right], other[below][column], other[below][right]) =
                    (changed[0], changed[1], changed[2], changed[3]);
            }

            Assert.That(new EdgeTable(other).Released, Is.EqualTo(released.Released), $"seed {seed}");
        }
    }

    private static int Attack(EdgeTable released)
    {
        var program = new LinearProgram();
        var (rows, columns) = (released.Counts.Length + 1, released.Counts[0].Length + 1);
        var places = new int[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var least = released.Shown(row, column);
                places[row, column] = least is null ? program.Add(0, 1_000) : program.Add(least.Value, least.Value + 4);
            }

        for (var row = 0; row < rows; row++)
            program.AddEquation([.. Enumerable.Range(0, columns).Select(column => (places[row, column], column == 0 ? -1.0 : 1.0))]);
        for (var column = 0; column < columns; column++)
            program.AddEquation([.. Enumerable.Range(0, rows).Select(row => (places[row, column], row == 0 ? -1.0 : 1.0))]);
        Assert.That(program.Solve(), Is.True, "what is shown contradicts itself");

        var sure = 0;
        foreach (var place in places)
        {
            var most = Math.Floor(program.Maximise([(place, 1)], _ => { }) + LinearProgram.Inexact);
            var least = Math.Ceiling(-program.Maximise([(place, -1)], _ => { }) - LinearProgram.Inexact);
            if (most <= least && most < 5) sure++;
        }

        return sure;
    }

    private sealed class EdgeTable
    {
        private readonly CountTable table = new();
        private readonly int[,] places;
        private readonly HashSet<int> leftOut = [];

        public EdgeTable(int seed, int rows, int columns)
            : this(Drawn(new Random(seed), rows, columns))
        {
        }

        public EdgeTable(long[][] counts)
        {
            Counts = counts;
            long[][] all = [[counts.Sum(row => row.Sum()), .. counts[0].Select((_, column) => counts.Sum(row => row[column]))],
                .. counts.Select(row => (long[])[row.Sum(), .. row])];
            places = new int[all.Length, all[0].Length];
            for (var row = 0; row < all.Length; row++)
                for (var column = 0; column < all[0].Length; column++)
                    places[row, column] = table.AddShown(new ShownNumber
                    {
                        Table = $"row {row}", AtLeast = all[row][column] / 5 * 5, AtMost = all[row][column] / 5 * 5 + 4,
                        Value = all[row][column], IsNew = true,
                    });
            for (var row = 0; row < all.Length; row++)
                table.AddSum(places[row, 0], Enumerable.Range(1, all[0].Length - 1).Select(column => places[row, column]));
            for (var column = 0; column < all[0].Length; column++)
                table.AddSum(places[0, column], Enumerable.Range(1, all.Length - 1).Select(row => places[row, column]));
            Result = ReleaseCheck.Run(table);
            for (var row = 0; row < all.Length; row++)
                if (Result.Withheld.Contains($"row {row}")) leftOut.Add(row);
        }

        public long[][] Counts { get; }

        public ReleaseCheckResult Result { get; }

        public string Released => string.Join(' ', places.Cast<int>().Select(place => table.System.BoundsOf(place)));

        public long? Shown(int row, int column) => leftOut.Contains(row) ? null : table.System.BoundsOf(places[row, column]).AtLeast;

        private static long[][] Drawn(Random random, int rows, int columns) =>
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns)
                .Select(_ => random.Next(3) * 5L + (random.Next(12) == 0 ? 3 : 4)).ToArray())];
    }
}
