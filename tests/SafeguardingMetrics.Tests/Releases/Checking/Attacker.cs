namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>
/// Someone who knows the rules, collects all that the releases of a small world have shown, and solves for the counts by
/// linear programs. Shares nothing with the product's check.
/// </summary>
internal sealed class Attacker
{
    private readonly ReleasedWorld released;
    private readonly LinearProgram program = new();
    private readonly Dictionary<(int Release, CellKey Cell), int> places = [];

    /// <param name="released">What was released.</param>
    /// <param name="mostCorrected">Where the attacker knows that so many records at most were corrected between two
    /// releases, and that numbers are not held: how many.</param>
    public Attacker(ReleasedWorld released, int? mostCorrected = null)
    {
        this.released = released;
        for (var release = 0; release < released.Releases; release++) Learn(release, mostCorrected);
        CanBeTrue = program.Solve();
    }

    /// <summary>False where what is shown contradicts itself, which tells that a number was moved.</summary>
    public bool CanBeTrue { get; }

    public int Pivots => program.Pivots;

    /// <summary>How many secret values the attacker is sure of: counts of one to four and noughts; how many are left of a count
    /// of visits; differences of one to four between two releases.</summary>
    public (int Counts, int Noughts, int Rests, int Differences) Attack()
    {
        var targets = ListTargets();
        var spans = targets.Select(_ => (Least: double.MaxValue, Most: double.MinValue)).ToArray();
        for (var i = 0; i < targets.Count; i++)
        {
            if (IsOpen(spans[i])) continue;
            program.Maximise(targets[i].Sum, See);
            See(program.Values);
            if (!IsOpen(spans[i])) program.Maximise([.. targets[i].Sum.Select(term => (term.Unknown, -term.Factor))], See);
            See(program.Values);
        }

        var found = spans.Select((span, i) => (targets[i].Kind, Value: SureOf(span))).Where(one => one.Value is not null).ToList();
        return (
            found.Count(one => one.Kind == 'c' && one.Value is >= 1 and <= 4),
            found.Count(one => one.Kind == 'c' && one.Value == 0),
            found.Count(one => one.Kind == 'r' && one.Value is >= 0 and <= 4),
            found.Count(one => one.Kind == 'd' && one.Value is >= 1 and <= 4 or >= -4 and <= -1));

        void See(IReadOnlyList<double> values)
        {
            for (var i = 0; i < targets.Count; i++)
            {
                if (IsOpen(spans[i])) continue;
                double value = 0;
                foreach (var (unknown, factor) in targets[i].Sum) value += factor * values[unknown];
                spans[i] = (Math.Min(spans[i].Least, value), Math.Max(spans[i].Most, value));
            }
        }
    }

    private static bool IsOpen((double Least, double Most) span) =>
        span.Least <= span.Most && Math.Floor(span.Most + LinearProgram.Inexact) > Math.Ceiling(span.Least - LinearProgram.Inexact);

    private static int? SureOf((double Least, double Most) span) =>
        IsOpen(span) ? null : (int)Math.Floor(span.Most + LinearProgram.Inexact);

    private void Learn(int release, int? mostCorrected)
    {
        foreach (var cell in released.World.Cells)
        {
            places[(release, cell)] = released.Shown(release, cell) is not { } group ? program.Add(0, 10_000)
                : mostCorrected is not null || LastRenewed(release, cell) == release ? program.Add(group.AtLeast, group.AtMost)
                : program.Add(Math.Max(0, group.AtLeast - 4), group.AtMost + 4);
            if (release == 0) continue;
            if (mostCorrected is { } most) LearnChange(release, release - 1, cell, -most, most);
            else LearnHold(release, cell);
        }

        foreach (var cell in released.World.Cells)
        {
            // Parts of the whole, months of a quarter, and those among the level before.
            if (cell is { Member: 0, Breakdown: > 0 })
                LearnSum(release, cell with { Breakdown = 0 }, released.World.Cells.Where(part => part with { Member = 0 } == cell));
            if (cell.Interval >= released.World.Months && cell.Breakdown < SmallWorld.ByMonth)
                LearnSum(release, cell, released.World.Cells.Where(part =>
                    part.Interval < released.World.Months && part with { Interval = part.Interval / 3 + released.World.Months } == cell));
            if (cell.Level == 1) continue;
            program.AddEquation(
                (places[(release, cell with { Level = cell.Level - 1 })], 1),
                (places[(release, cell)], -1),
                (program.Add(0, 10_000), -1));
        }
    }

    private void LearnSum(int release, CellKey whole, IEnumerable<CellKey> parts) =>
        program.AddEquation([(places[(release, whole)], -1), .. parts.Select(part => (places[(release, part)], 1.0))]);

    private void LearnHold(int release, CellKey cell)
    {
        if (released.Shown(release, cell) is not { } now || LastRenewed(release - 1, cell) is not { } before) return;
        var then = released.Shown(before, cell)!.Value;
        if (now == then) LearnChange(release, before, cell, -4, 4);
        else if (now.AtLeast > then.AtLeast) LearnChange(release, before, cell, 5, 10_000);
        else LearnChange(release, before, cell, -10_000, -5);
    }

    private void LearnChange(int release, int before, CellKey cell, int atLeast, int atMost) => program.AddEquation(
        (places[(release, cell)], 1), (places[(before, cell)], -1), (program.Add(atLeast, atMost), -1));

    // The release in which the number was last shown as another than before.
    private int? LastRenewed(int release, CellKey cell)
    {
        int? last = null;
        for (var made = 0; made <= release; made++)
            if (released.Shown(made, cell) is { } group && (last is null || group != released.Shown(last.Value, cell))) last = made;
        return last;
    }

    private List<(char Kind, (int Unknown, double Factor)[] Sum)> ListTargets()
    {
        var targets = new List<(char, (int, double)[])>();
        foreach (var ((release, cell), place) in places)
        {
            targets.Add(('c', [(place, 1)]));
            if (cell.Level > 1) targets.Add(('r', [(places[(release, cell with { Level = cell.Level - 1 })], 1), (place, -1)]));
            for (var before = 0; before < release; before++) targets.Add(('d', [(place, 1), (places[(before, cell)], -1)]));
        }

        return targets;
    }
}
