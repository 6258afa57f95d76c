using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Tests.Storage;

namespace SafeguardingMetrics.Tests.Counts.Records;

/// <summary>
/// The keys under which NHS numbers and UPNs are hashed: absent, another, and a further one put over what is stored.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class IdentifierKeyTests
{
    private const string Key = "Identifiers__HashKey";
    private const string Later = "Identifiers__LaterHashKeys__0";
    private static readonly string First = Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly string Second = Convert.ToBase64String(Enumerable.Repeat((byte)2, 32).ToArray());

    [Test]
    public void A_hash_put_under_a_further_key_is_the_hash_under_both()
    {
        var (one, two) = (Enumerable.Repeat((byte)1, 32).ToArray(), Enumerable.Repeat((byte)2, 32).ToArray());
        var (inner, both) = (new IdentifierHasher(one), new IdentifierHasher(one, two));

        Assert.That(both.AddLayers(inner.Compute("nhsNumber", "9990000018"u8), 1), Is.EqualTo(both.Compute("nhsNumber", "9990000018"u8)));
        Assert.That(both.Compute("nhsNumber", "9990000018"u8), Is.Not.EqualTo(inner.Compute("nhsNumber", "9990000018"u8)));
        Assert.That(both.ComputeKeyCheck(1), Is.EqualTo(inner.ComputeKeyCheck(1)).And.Not.EqualTo(both.ComputeKeyCheck(2)));
    }

    [Test]
    public async Task Without_a_key_it_does_not_start_in_Production()
    {
        await using var place = new EmptyDatabase();
        var (exit, _, errors) = await Command.Run([], ("ConnectionStrings__SafeguardingMetrics", place.ConnectionString));

        Assert.That(exit, Is.Not.Zero);
        Assert.That(errors, Does.Contain("Identifiers__HashKey is missing"));
    }

    [Test]
    public async Task With_another_key_or_one_too_few_or_one_too_many_it_does_not_start()
    {
        await using var place = new EmptyDatabase();
        var database = ("ConnectionStrings__SafeguardingMetrics", place.ConnectionString);
        Assert.That((await Command.Run(["rehash"], database, (Key, First))).Output.Trim(), Is.EqualTo("no key is new"));

        var other = await Command.Run([], database, (Key, Second));
        var tooMany = await Command.Run([], database, (Key, First), (Later, Second));
        var rehashed = await Command.Run(["rehash"], database, (Key, First), (Later, Second));
        var tooFew = await Command.Run([], database, (Key, First));

        Assert.That(other.Errors, Does.Contain("is not the one under which the database's hashes stand"));
        Assert.That(tooMany.Errors, Does.Contain("2 keys of identifiers are configured").And.Contains("-- rehash"));
        Assert.That(rehashed.Output.Trim(), Is.EqualTo("0 hashes are under the new key as well."));
        Assert.That(tooFew.Errors, Does.Contain("stand under 2 keys"));
        Assert.That(new[] { other.Exit, tooMany.Exit, rehashed.Exit, tooFew.Exit }, Is.EqualTo(new[] { 1, 1, 0, 1 }));
    }
}
