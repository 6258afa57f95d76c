using SafeguardingMetrics.Releases.Checking;

namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>The three releases of a small world: what each shows.</summary>
internal sealed class ReleasedWorld
{
    private readonly List<Dictionary<CellKey, CountGroup>> shown = [];
    private readonly Dictionary<CellKey, long> held = [];

    private ReleasedWorld(SmallWorld world) => World = world;

    public SmallWorld World { get; }

    public int Moves { get; private set; }

    public int Withheld { get; private set; }

    public int Determined { get; private set; }

    public int Undecided { get; private set; }

    public int Releases => shown.Count;

    /// <summary>What a release shows of a count; null where its table is not given.</summary>
    public CountGroup? Shown(int release, CellKey cell) => shown[release].TryGetValue(cell, out var group) ? group : null;

    /// <summary>Releases a world by the rules.</summary>
    public static ReleasedWorld ByTheRules(SmallWorld world)
    {
        var released = new ReleasedWorld(world);
        for (var release = 0; release < 3; release++) released.Release(release);
        return released;
    }

    /// <summary>Releases a world by a weaker rule, without a check.</summary>
    public static ReleasedWorld Unchecked(SmallWorld world, Func<long, CountGroup> group, bool holds, int releases = 3)
    {
        var released = new ReleasedWorld(world);
        for (var release = 0; release < releases; release++)
            released.shown.Add(world.Cells.ToDictionary(cell => cell, cell => group(released.Held(release, cell, holds))));
        return released;
    }

    private long Held(int release, CellKey cell, bool holds = true)
    {
        var count = World.CountOf(release, cell);
        if (holds && held.TryGetValue(cell, out var before) && Math.Abs(count - before) < 5) return before;
        return held[cell] = count;
    }

    private void Release(int release)
    {
        shown.Add(World.Cells.ToDictionary(cell => cell, cell => ShownGroups.Five(Held(release, cell))));
        var (table, places) = TableOf(release);
        var result = ReleaseCheck.Run(table);
        Assert.That(result.IsSafe, Is.True);
        Moves += result.Moves.Count;
        Withheld += result.Withheld.Count;
        Determined += result.DeterminedBefore;
        Undecided += result.Undecided;
        var cells = places.Where(pair => pair.Key.Release == release).ToDictionary(pair => pair.Value, pair => pair.Key.Cell);
        foreach (var move in result.Moves)
        {
            shown[release][cells[move.Count]] = new CountGroup(move.AtLeast, move.AtMost);
            held[cells[move.Count]] = move.HeldAs;
        }

        foreach (var cell in cells.Values.Where(cell => result.Withheld.Contains(Table(cell)))) shown[release].Remove(cell);
    }

    /// <summary>What is shown until a release, as the check is given it.</summary>
    public (CountTable Table, Dictionary<(int Release, CellKey Cell), int> Places) TableOf(int release)
    {
        var table = new CountTable();
        var places = new Dictionary<(int Release, CellKey Cell), int>();
        for (var made = 0; made <= release; made++) AddRelease(table, places, made, isNew: made == release);
        return (table, places);
    }

    private void AddRelease(CountTable table, Dictionary<(int, CellKey), int> places, int release, bool isNew)
    {
        foreach (var cell in World.Cells)
        {
            var previous = release > 0 ? places[(release - 1, cell)] : (int?)null;
            var group = Shown(release, cell);
            var number = new ShownNumber
            {
                Table = Table(cell),
                AtLeast = group?.AtLeast ?? 0,
                AtMost = group?.AtMost ?? 0,
                Value = World.CountOf(release, cell),
                IsNew = isNew,
            };
            places[(release, cell)] = group is null ? table.AddLeftOut(number, previous) : table.AddShown(number, previous);
        }

        int Place(CellKey cell) => places[(release, cell)];
        foreach (var cell in World.Cells)
        {
            if (cell is { Member: 0, Breakdown: > 0 })
                table.AddSum(
                    Place(cell with { Breakdown = 0 }),
                    Enumerable.Range(0, SmallWorld.Members[cell.Breakdown]).Select(member => Place(cell with { Member = member })));
            if (cell.Interval >= World.Months && cell.Breakdown < SmallWorld.ByMonth)
                table.AddSum(
                    Place(cell),
                    Enumerable.Range((cell.Interval - World.Months) * 3, 3).Select(month => Place(cell with { Interval = month })));
            if (cell.Level > 1) table.AddAmong(Place(cell), Place(cell with { Level = cell.Level - 1 }));
        }
    }

    private static string Table(CellKey cell) => $"{cell.Level}, breakdown {cell.Breakdown}, interval {cell.Interval}";
}
