using SafeguardingMetrics.Counts;

namespace SafeguardingMetrics.Tests.Counts;

/// <summary>Pairs of numbers have numbers, and places of a table that nobody can choose.</summary>
public sealed class PairInternerTests
{
    [Test]
    public void A_pair_has_one_number_and_a_number_its_pair()
    {
        var pairs = new PairInterner();
        var sent = new[] { (0, 0), (1, 1), (-1, 1), (1, -1), (0, 0), (int.MaxValue, int.MinValue) };

        Assert.That(sent.Select(pair => pairs.GetOrAdd(pair.Item1, pair.Item2)), Is.EqualTo(new[] { 0, 1, 2, 3, 0, 4 }));
        Assert.That(Enumerable.Range(0, 5).Select(pairs.GetPair), Is.EqualTo(sent.Distinct()));
    }

    // As members of two columns are numbered whose first values come together.
    [Test]
    public void Pairs_of_equal_numbers_do_not_share_a_place()
    {
        var pairs = new PairInterner();

        var hashes = Enumerable.Range(0, 10_000).Select(i => pairs.GetKey(i, i).GetHashCode()).ToHashSet();

        Assert.That(hashes, Has.Count.GreaterThan(9_900));
    }
}
