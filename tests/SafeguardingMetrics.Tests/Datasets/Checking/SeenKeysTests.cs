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
            Assert.That(keys.Add(key), Is.EqualTo(known.Add(key)), key);
        }

        Assert.That(known, Has.Count.GreaterThan(10_000).And.Count.LessThan(20_000));
    }

    [Test]
    public void Keys_are_told_apart_to_the_letter()
    {
        var keys = new SeenKeys();
        Assert.That(new[] { "V-1", "v-1", "V-10", "V-1 ", "" }.Select(keys.Add), Is.All.True);
        Assert.That(keys.Add("V-1"), Is.False);
    }
}
