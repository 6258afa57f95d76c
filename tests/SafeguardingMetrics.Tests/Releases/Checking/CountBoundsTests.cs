using SafeguardingMetrics.Releases.Checking;

namespace SafeguardingMetrics.Tests.Releases.Checking;

[TestFixture]
public sealed class CountBoundsTests
{
    [Test]
    public void A_whole_and_its_parts_narrow_each_other()
    {
        // 20 to 24 of five parts of 4 at most: each is 4, and the whole is 20.
        var (system, whole, parts) = Sum(20, 24, (0, 4), (0, 4), (0, 4), (0, 4), (0, 4));
        var bounds = system.Propagate();

        Assert.That(bounds.ContradictoryEquation, Is.Null);
        Assert.That(bounds[whole], Is.EqualTo((20L, 20L)));
        Assert.That(parts.Select(part => bounds[part]), Is.All.EqualTo((4L, 4L)));
    }

    [Test]
    public void Bounds_go_from_sum_to_sum()
    {
        // A quarter of 10 to 14 is three months; the second and third are 4 at most, so the first is 2 at least; of the
        // first month's parts one is nought, so the other is 2 at least too.
        var system = new CountSystem();
        var quarter = system.Add(10, 14);
        var months = Enumerable.Range(0, 3).Select(_ => system.Add(0, 4)).ToList();
        var (none, other) = (system.Add(0, 0), system.Add(0, 9));
        system.AddSum(quarter, months);
        system.AddSum(months[0], [none, other]);
        var bounds = system.Propagate();

        Assert.That(bounds[other], Is.EqualTo((2L, 4L)));
        Assert.That(bounds[quarter], Is.EqualTo((10L, 12L)));
    }

    [Test]
    public void A_difference_is_an_unknown_like_another()
    {
        var system = new CountSystem();
        var (earlier, later) = (system.Add(4, 4), system.Add(5, 9));
        var change = system.AddDifference(later, earlier, -4, 4);
        var bounds = system.Propagate();

        Assert.That(bounds[change], Is.EqualTo((1L, 4L)));
        Assert.That(bounds[later], Is.EqualTo((5L, 8L)));
    }

    [Test]
    public void A_contradiction_is_reported_with_its_equation()
    {
        var (system, _, _) = Sum(15, 19, (0, 4), (0, 4), (0, 4));

        Assert.That(system.Propagate().ContradictoryEquation, Is.Zero);
    }

    [Test]
    public void A_contradiction_in_a_circle_ends()
    {
        // One is more than the other, which is more than the one: each turn moves a bound by one or two.
        var system = new CountSystem();
        var (one, other) = (system.Add(0, CountSystem.Most), system.Add(0, CountSystem.Most));
        system.AddDifference(one, other, 1, CountSystem.Most);
        system.AddDifference(other, one, 1, CountSystem.Most);

        Assert.That(() => system.Propagate(), Throws.Nothing);
    }

    [Test]
    public void A_trial_is_taken_back_whole()
    {
        var (system, whole, parts) = Sum(5, 9, (0, 4), (0, 4), (0, 4));
        var bounds = system.Propagate();
        var before = Enumerable.Range(0, system.Unknowns).Select(unknown => bounds[unknown]).ToList();

        Assert.That(bounds.Narrow(parts[0], 0, 0) && bounds.Narrow(parts[1], 1, 1), Is.True);
        Assert.That(bounds[whole], Is.EqualTo((5L, 5L)));
        Assert.That(bounds.Narrow(parts[2], 0, 3), Is.False);
        bounds.GoBack(0);

        Assert.That(Enumerable.Range(0, system.Unknowns).Select(unknown => bounds[unknown]), Is.EqualTo(before));
        Assert.That(bounds.ContradictoryEquation, Is.Null);
    }

    [Test]
    public void An_unknown_with_both_signs_falls_out_and_one_that_comes_twice_is_refused()
    {
        var system = new CountSystem();
        var (one, other) = (system.Add(0, 9), system.Add(0, 9));
        system.AddEquation([(one, 1), (other, 1), (one, -1)]);

        Assert.That(system.Propagate()[other], Is.EqualTo((0L, 0L)));
        Assert.That(() => system.AddSum(one, [other, other]), Throws.ArgumentException);
        Assert.That(() => system.Add(5, 4), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static (CountSystem System, int Whole, List<int> Parts) Sum(long atLeast, long atMost, params (long, long)[] parts)
    {
        var system = new CountSystem();
        var whole = system.Add(atLeast, atMost);
        var places = parts.Select(part => system.Add(part.Item1, part.Item2)).ToList();
        system.AddSum(whole, places);
        return (system, whole, places);
    }
}
