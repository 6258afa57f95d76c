using SafeguardingMetrics.Releases.Checking;

namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>Whole small worlds, released three times and attacked.</summary>
[TestFixture]
public sealed class AttackTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Nothing_small_can_be_worked_out_from_three_releases(int seed) => Attack(seed, months: 3, children: 60);

    [TestCase(1, 4)]
    [Category("Slow")]
    public void Nothing_small_can_be_worked_out_from_three_releases_of_half_a_year(int first, int last)
    {
        for (var seed = first; seed <= last; seed++) Attack(seed, months: 6, children: 30 + 10 * seed);
    }

    [Test]
    public void That_nought_is_told_is_found_out()
    {
        var (counts, noughts) = FoundOut(ShownGroups.NoughtTold);
        Assert.That(counts, Is.Positive);
        Assert.That(noughts, Is.Positive);
    }

    [Test]
    public void That_the_nearest_five_is_shown_is_found_out() =>
        Assert.That(FoundOut(ShownGroups.NearestFive).Counts, Is.Positive);

    [Test]
    public void That_numbers_are_not_held_is_found_out_by_who_knows_that_one_record_was_corrected()
    {
        var world = new SmallWorld(1, months: 3, children: 60, corrections: 1);
        var found = Unchecked(ReleasedWorld.Unchecked(world, ShownGroups.Five, holds: false), mostCorrected: 1);

        Assert.That(found.Counts, Is.Positive);
        Assert.That(found.Differences, Is.Positive);

        var held = ReleasedWorld.ByTheRules(world);
        Assert.That(world.Cells.All(cell => held.Shown(1, cell) == held.Shown(0, cell) && held.Shown(2, cell) == held.Shown(0, cell)));
    }

    private static (int Counts, int Noughts) FoundOut(Func<long, CountGroup> group)
    {
        var found = Enumerable.Range(1, 12).Select(seed =>
            Unchecked(ReleasedWorld.Unchecked(new SmallWorld(seed, 6, 60, 0), group, holds: true, releases: 1))).ToList();
        return (found.Sum(one => one.Counts), found.Sum(one => one.Noughts));
    }

    private static void Attack(int seed, int months, int children)
    {
        var released = ReleasedWorld.ByTheRules(new SmallWorld(seed, months, children, corrections: children / 6));
        var attacker = new Attacker(released);
        Assert.That(attacker.CanBeTrue, Is.True, $"seed {seed}: what is shown contradicts itself");
        var found = attacker.Attack();
        TestContext.Out.WriteLine(
            $"seed {seed}: {released.Determined} determined before the check ({released.Undecided} undecided), {released.Moves} moved, "
            + $"{released.Withheld} left out; found {found}, {attacker.Pivots} pivots");

        Assert.That(found, Is.EqualTo((0, 0, 0, 0)), $"seed {seed}");
        Assert.That(released.Undecided, Is.Zero, $"seed {seed}");
    }

    private static (int Counts, int Noughts, int Rests, int Differences) Unchecked(ReleasedWorld released, int? mostCorrected = null)
    {
        var found = new Attacker(released, mostCorrected).Attack();
        TestContext.Out.WriteLine($"found {found}");
        return found;
    }
}
