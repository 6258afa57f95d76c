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
}
