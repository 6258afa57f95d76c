using System.IO.Hashing;
using System.Text;
using SafeguardingMetrics.Datasets.Checking;

namespace SafeguardingMetrics.Tests.Datasets.Checking;

/// <summary>A key is new once.</summary>
public sealed class SeenKeysTests
{
    [Test]
    public void Each_key_is_new_the_first_time_and_never_again()
    {
        var keys = new SeenKeys();
        var random = new Random(8);
        var known = new HashSet<string>();

        // Enough to make the table grow several times, with a third of them met before.
        for (var i = 0; i < 30_000; i++)
        {
            var key = $"V-{random.Next(20_000)}";
            Assert.That(keys.Add(key, new SeenRecord(0, i + 1, 0), out _), Is.EqualTo(known.Add(key)), key);
        }

        Assert.That(known, Has.Count.GreaterThan(10_000).And.Count.LessThan(20_000));
    }

    [Test]
    public void Keys_are_told_apart_to_the_letter()
    {
        var keys = new SeenKeys();
        Assert.That(
            new[] { "V-1", "v-1", "V-10", "V-1 ", "" }.Select((key, i) => keys.Add(key, new SeenRecord(0, i + 1, 0), out _)), Is.All.True);
        Assert.That(keys.Add("V-1", new SeenRecord(0, 6, 0), out _), Is.False);
    }

    [Test]
    public void A_key_that_was_announced_is_the_same_key_and_no_other()
    {
        var keys = new SeenKeys();
        keys.Announce("V-1"u8);
        Assert.That(keys.Add("V-2", new SeenRecord(0, 1, 0), out _), Is.True, "another key than the announced one");
        Assert.That(keys.Contains("V-1"), Is.False);
        Assert.That(keys.Add("V-1", new SeenRecord(0, 2, 0), out _), Is.True);
        keys.Announce("V-2"u8);
        Assert.That(keys.Add("V-2", new SeenRecord(0, 3, 0), out var first), Is.False);
        Assert.That(first.Number, Is.EqualTo(1));
        keys.Announce("É"u8);
        Assert.That(keys.Add("É", new SeenRecord(0, 4, 0), out _), Is.True);
        Assert.That(keys.Contains("É"), Is.True);
        keys.Announce(new byte[100]);
        Assert.That(keys.Add("", new SeenRecord(0, 5, 0), out _), Is.True);
        Assert.That(keys.Contains(""), Is.True);
    }

    [Test]
    public void The_record_that_had_a_key_first_is_found_however_large_the_table_grew()
    {
        var keys = new SeenKeys();
        for (var i = 1; i <= 5_000; i++) keys.Add($"V-{i}", new SeenRecord((ulong)i * 7, i, i + 1), out _);
        for (var i = 1; i <= 5_000; i++)
        {
            Assert.That(keys.Add($"V-{i}", new SeenRecord(1, 1, 1), out var first), Is.False);
            Assert.That(first, Is.EqualTo(new SeenRecord((ulong)i * 7, i, i + 1)));
        }
    }

    [Test]
    public void Keys_that_differ_in_capitals_or_zeros_are_different_keys_and_are_counted()
    {
        var keys = new SeenKeys();
        string[] sent = ["C-12", "c-12", "C-0012", "C-12", "c-12", "C-0012", "C-120", "c-00120", "C-1", "C-01"];
        var isNew = sent.Select((key, i) => keys.Add(key, new SeenRecord(0, i + 1, 0), out _)).ToList();

        Assert.That(isNew, Is.EqualTo(new[] { true, true, true, false, false, false, true, true, true, true }));
        Assert.That((keys.Respelt, keys.FirstRespelt), Is.EqualTo((4, (2, 1))));
        Assert.That(new[] { "C-12", "c-12", "C-0012", "c-00120" }.Select(keys.Contains), Is.All.True);
        Assert.That(new[] { "C-00120", "c-1", "C-012" }.Select(keys.Contains), Is.All.False);
    }

    [Test]
    public void However_many_spellings_a_key_has_each_is_found_with_its_first_record()
    {
        var keys = new SeenKeys();
        var spellings = Enumerable.Range(0, 3_000).Select(Spell).ToList();
        for (var i = 0; i < spellings.Count; i++)
            Assert.That(keys.Add(spellings[i], new SeenRecord((ulong)i, i + 1, 0), out _), Is.True);
        for (var i = 0; i < spellings.Count; i++)
        {
            Assert.That(keys.Add(spellings[i], new SeenRecord(0, 1, 0), out var first), Is.False);
            Assert.That(first, Is.EqualTo(new SeenRecord((ulong)i, i + 1, 0)));
        }

        Assert.That(keys.Respelt, Is.EqualTo(2_999));
    }

    [Test]
    public void Keys_that_share_places_under_a_known_seed_cost_no_more_probes_than_others()
    {
        const int Count = 5_000;
        // All in one 64th of the table, as whoever knows the seed can choose them.
        var chosen = Enumerable.Range(0, int.MaxValue).Select(i => $"V-{i}").Where(IsInFirstPart).Take(Count).ToList();
        var honest = Enumerable.Range(0, Count).Select(i => $"V-{i}").ToList();

        Assert.That(CountProbes(new SeenKeys(0), chosen), Is.GreaterThan(100L * Count), "with the seed that they were chosen for");
        Assert.That(CountProbes(new SeenKeys(), chosen), Is.LessThan(9L * Count));
        Assert.That(CountProbes(new SeenKeys(), honest), Is.LessThan(9L * Count));
    }

    private static bool IsInFirstPart(string key) =>
        (ulong)XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(key)) >> 58 == 0;

    private static long CountProbes(SeenKeys keys, List<string> sent)
    {
        for (var i = 0; i < sent.Count; i++) keys.Add(sent[i], new SeenRecord(0, i + 1, 0), out _);
        return keys.Displacement + sent.Count;
    }

    private static string Spell(int i) =>
        string.Concat("ABCDEFGHIJKL".Select((letter, bit) => (i >> bit & 1) == 0 ? letter : char.ToLowerInvariant(letter)));
}
