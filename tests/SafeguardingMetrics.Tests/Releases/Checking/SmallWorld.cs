namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>
/// A small partnership with visits that fell due, of these the late ones and of these the very late ones, by month; as
/// known when the first, the second and the third release were made, since records are corrected.
/// </summary>
internal sealed class SmallWorld
{
    /// <summary>The breakdowns with how many members each has; the first is the whole.</summary>
    public static readonly int[] Members = [1, 3, 4, 5, 6];

    /// <summary>The breakdowns that are given by month: the whole, locality, category. By quarter all are.</summary>
    public const int ByMonth = 3;

    private readonly List<Dictionary<CellKey, long>> releases = [];

    /// <param name="seed">What it is drawn from.</param>
    /// <param name="months">How many months there are: whole quarters.</param>
    /// <param name="children">How many children have visits.</param>
    /// <param name="corrections">How many visits are corrected between two releases.</param>
    public SmallWorld(int seed, int months, int children, int corrections)
    {
        Months = months;
        var random = new Random(seed);
        var members = Enumerable.Range(0, children).Select(_ => Members.Select(count => Skewed(random, count)).ToArray()).ToArray();
        var visits = new List<(int Child, int Month, int Level)>();
        for (var child = 0; child < children; child++)
            for (var month = 0; month < months; month++)
                if (random.Next(3) > 0) visits.Add((child, month, Level(random)));
        for (var release = 0; release < 3; release++)
        {
            releases.Add(Count(visits, members));
            for (var i = 0; i < corrections; i++)
            {
                var place = random.Next(visits.Count);
                visits[place] = visits[place] with { Level = (visits[place].Level + random.Next(1, 4)) % 4 };
            }
        }
    }

    public int Months { get; }

    public int Quarters => Months / 3;

    /// <summary>Every number that a release shows.</summary>
    public IEnumerable<CellKey> Cells =>
        from interval in Enumerable.Range(0, Months + Quarters)
        from breakdown in Enumerable.Range(0, interval < Months ? ByMonth : Members.Length)
        from member in Enumerable.Range(0, Members[breakdown])
        from level in Enumerable.Range(1, 3)
        select new CellKey(interval, breakdown, member, level);

    public long CountOf(int release, CellKey cell) => releases[release].GetValueOrDefault(cell);

    private Dictionary<CellKey, long> Count(List<(int Child, int Month, int Level)> visits, int[][] members)
    {
        var counts = new Dictionary<CellKey, long>();
        foreach (var (child, month, level) in visits)
            foreach (var interval in new[] { month, Months + month / 3 })
                for (var breakdown = 0; breakdown < Members.Length; breakdown++)
                    for (var reached = 1; reached <= level; reached++)
                    {
                        var cell = new CellKey(interval, breakdown, members[child][breakdown], reached);
                        counts[cell] = counts.GetValueOrDefault(cell) + 1;
                    }

        return counts;
    }

    private static int Level(Random random) => random.Next(10) switch { < 6 => 1, < 9 => 2, _ => 3 };

    // The first members have more children than the last.
    private static int Skewed(Random random, int members) => Math.Min(random.Next(members), random.Next(members));
}
