using SafeguardingMetrics.Releases.Checking;

namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>
/// Every table of some parts with their total, through the check; then backwards: of all the tables that look alike
/// nobody knows that a small count of one is that of all.
/// </summary>
[TestFixture]
public sealed class InversionTests
{
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public void No_small_count_is_the_same_in_all_tables_that_look_alike(int parts)
    {
        var classes = new Dictionary<string, Alike>();
        var outputs = new Dictionary<string, string>();
        foreach (var counts in EveryTable(parts))
        {
            var output = parts < 5 ? Release(counts) : OncePerGroups(counts);
            if (!classes.TryGetValue(output, out var alike)) classes.Add(output, alike = new Alike([.. counts]));
            alike.Add(counts);
        }

        Assert.That(classes.Values.Sum(alike => alike.ConstantSmall), Is.Zero);
        TestContext.Out.WriteLine($"{classes.Count} outputs, the rarest of {classes.Values.Min(alike => alike.Tables)} tables");

        // What the check does follows from the groups (the test below), so that one table for each of them is enough.
        string OncePerGroups(long[] counts)
        {
            var groups = string.Join(' ', counts.Append(counts.Sum()).Select(count => count / 5));
            if (!outputs.TryGetValue(groups, out var output)) outputs.Add(groups, output = Release(counts));
            return output;
        }
    }

    [Test]
    public void Tables_of_the_same_groups_are_released_alike()
    {
        var random = new Random(1);
        var outputs = new Dictionary<string, string>();
        for (var i = 0; i < 20_000; i++)
        {
            // Many fours and nines: only they come near to telling something.
            long[] counts = [.. Enumerable.Range(0, 5).Select(_ => random.Next(2) * 5L + (random.Next(4) == 0 ? random.Next(5) : 4))];
            var groups = string.Join(' ', counts.Append(counts.Sum()).Select(count => count / 5));
            var output = Release(counts);
            if (!outputs.TryAdd(groups, output)) Assert.That(output, Is.EqualTo(outputs[groups]), groups);
        }
    }

    [Test]
    public void Without_the_check_a_small_count_is_told()
    {
        var alike = EveryTable(5).Where(counts => counts.Sum() is >= 20 and <= 24 && counts.All(count => count < 5)).ToList();

        Assert.That(alike, Has.Count.EqualTo(1), "five of four");
        Assert.That(Release(alike[0]), Is.Not.EqualTo(string.Join(' ', alike[0].Prepend(20).Select(count => count / 5 * 5))));
    }

    private static string Release(long[] counts)
    {
        var table = new CountTable();
        var places = counts.Prepend(counts.Sum()).Select(count => table.AddShown(Number(count))).ToList();
        table.AddSum(places[0], places.Skip(1));
        var result = ReleaseCheck.Run(table);
        Assert.That(result.Withheld, Is.Empty);
        return string.Join(' ', places.Select(place => table.System.BoundsOf(place).AtLeast));
    }

    private static ShownNumber Number(long count)
    {
        var group = ShownGroups.Five(count);
        return new ShownNumber { Table = "by locality, May", AtLeast = group.AtLeast, AtMost = group.AtMost, Value = count, IsNew = true };
    }

    private static IEnumerable<long[]> EveryTable(int parts)
    {
        var counts = new long[parts];
        while (true)
        {
            yield return [.. counts];
            var next = 0;
            while (next < parts && counts[next] == 9) counts[next++] = 0;
            if (next == parts) yield break;
            counts[next]++;
        }
    }

    private sealed class Alike(long[] first)
    {
        private readonly bool[] isConstant = [.. first.Select(_ => true)];

        public int Tables { get; private set; }

        public int ConstantSmall => first.Where((count, part) => isConstant[part] && count < 5).Count();

        public void Add(long[] counts)
        {
            Tables++;
            for (var part = 0; part < counts.Length; part++) isConstant[part] &= counts[part] == first[part];
        }
    }
}
