using SafeguardingMetrics.Releases.Checking;

namespace SafeguardingMetrics.Tests.Releases.Checking;

[TestFixture]
public sealed class DeterminedCountsTests
{
    [Test]
    public void What_only_several_sums_together_give_is_found()
    {
        // a + b, b + c and a + c are 4, 5 and 7: only a = 3, b = 1, c = 4 fits, though each sum by itself leaves room.
        var system = new CountSystem();
        var counts = Enumerable.Range(0, 3).Select(_ => system.Add(0, 4)).ToList();
        system.AddSum(system.Add(4, 4), [counts[0], counts[1]]);
        system.AddSum(system.Add(5, 5), [counts[1], counts[2]]);
        system.AddSum(system.Add(7, 7), [counts[0], counts[2]]);

        Assert.That(Find(system, [3, 1, 4, 4, 5, 7], counts), Is.EqualTo(counts));
    }

    [Test]
    public void What_has_two_values_in_whole_numbers_is_not_found()
    {
        // Rows and columns of a square: one can go up where its neighbours go down.
        var system = new CountSystem();
        var cells = Enumerable.Range(0, 4).Select(_ => system.Add(0, 4)).ToList();
        system.AddSum(system.Add(5, 5), [cells[0], cells[1]]);
        system.AddSum(system.Add(5, 5), [cells[2], cells[3]]);
        system.AddSum(system.Add(5, 5), [cells[0], cells[2]]);
        system.AddSum(system.Add(5, 5), [cells[1], cells[3]]);

        Assert.That(Find(system, [3, 2, 2, 3, 5, 5, 5, 5], cells), Is.Empty);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Of_random_systems_it_finds_what_trying_every_value_finds(int seed)
    {
        var random = new Random(seed);
        var found = 0;
        for (var i = 0; i < 400; i++)
        {
            var (system, values) = RandomSystem(random);
            var unknowns = Enumerable.Range(0, system.Unknowns).ToList();
            var solutions = EverySolution(system).ToList();
            var expected = unknowns.Where(unknown =>
                solutions.Select(solution => solution[unknown]).Distinct().Count() == 1 && solutions[0][unknown] is >= 0 and <= 4).ToList();

            Assert.That(Find(system, values, unknowns), Is.EqualTo(expected), $"seed {seed}, system {i}");
            found += expected.Count;
        }

        Assert.That(found, Is.GreaterThan(100));
    }

    [Test]
    public void Of_five_thousand_members_none_is_determined_and_each_is_asked()
    {
        var system = new CountSystem();
        var random = new Random(1);
        long[] counts = [.. Enumerable.Range(0, 5_000).Select(_ => random.NextInt64(0, 10))];
        var total = counts.Sum();
        var whole = system.Add(total / 5 * 5, total / 5 * 5 + 4);
        var parts = counts.Select(count => system.Add(count / 5 * 5, count / 5 * 5 + 4)).ToList();
        system.AddSum(whole, parts);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        system.Propagate();
        TestContext.Out.WriteLine($"bounds: {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        Assert.That(Find(system, [total, .. counts], parts), Is.Empty);
        TestContext.Out.WriteLine($"determined: {watch.ElapsedMilliseconds} ms");
    }

    private static List<int> Find(CountSystem system, long[] solution, List<int> asked)
    {
        Assert.That(system.IsSolution(solution));
        var determined = DeterminedCounts.Find(
            system, system.Propagate(), solution, asked.Select(unknown => new AskedCount(unknown, AskedKind.Count)), out var undecided);
        Assert.That(undecided, Is.Zero);
        return [.. determined.Select(count => count.Unknown)];
    }

    // Seven unknowns with up to six values each, and three sums or differences of three to five of them and a free amount.
    private static (CountSystem System, long[] Values) RandomSystem(Random random)
    {
        var system = new CountSystem();
        var values = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            var (value, width) = (random.Next(0, 7), random.Next(1, 5));
            var least = Math.Max(0, value - random.Next(0, width + 1));
            values.Add(value);
            system.Add(least, Math.Max(value, least + width));
        }

        for (var i = 0; i < 3; i++)
        {
            var terms = Enumerable.Range(0, 6).OrderBy(_ => random.Next()).Take(random.Next(2, 5))
                .Select(unknown => (Unknown: unknown, Sign: random.Next(3) == 0 ? -1 : 1)).ToList();
            var amount = terms.Sum(term => term.Sign * values[term.Unknown]);
            values.Add(amount);
            var rest = random.Next(0, 2);
            var known = system.Add(amount - rest, amount + random.Next(0, 2));
            system.AddEquation([.. terms, (known, -1)]);
        }

        return (system, [.. values]);
    }

    private static IEnumerable<long[]> EverySolution(CountSystem system)
    {
        IEnumerable<long[]> all = [[]];
        for (var unknown = 0; unknown < 6; unknown++)
        {
            var (atLeast, atMost) = system.BoundsOf(unknown);
            all = all.SelectMany(values => Values(atLeast, atMost).Select(value => (long[])[.. values, value]));
        }

        foreach (var values in all)
        {
            // The amounts follow: each is the last term of its equation.
            long[] whole = [.. values, 0, 0, 0];
            for (var equation = 0; equation < 3; equation++) whole[6 + equation] = system.SumOf(equation, whole);
            if (system.IsSolution(whole)) yield return whole;
        }
    }

    private static IEnumerable<long> Values(long atLeast, long atMost)
    {
        for (var value = atLeast; value <= atMost; value++) yield return value;
    }
}
