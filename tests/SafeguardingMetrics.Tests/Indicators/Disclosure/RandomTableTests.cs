using SafeguardingMetrics.Indicators.Disclosure;

namespace SafeguardingMetrics.Tests.Indicators.Disclosure;

[TestFixture]
[Category("Slow")]
public sealed class RandomTableTests
{
    [TestCase(1, 100)]
    [TestCase(101, 500, Explicit = true, Reason = "Takes minutes.")]
    public void No_count_of_one_to_five_can_be_worked_out_from_all_that_is_shown_of_random_tables(int first, int last)
    {
        var (targets, shown) = (0, 0);
        for (var seed = first; seed <= last; seed++)
        {
            var (wanted, given, found) = new RandomTable(seed).Attacked(DisclosureRules.All);
            targets += wanted;
            shown += given;
            Assert.That(found, Is.Empty, $"seed {seed}");
        }

        TestContext.Out.WriteLine($"{targets} counts to be kept, {shown} shown");
        Assert.That(targets, Is.GreaterThan(100 * (last - first + 1)));
        Assert.That(shown, Is.GreaterThan(50 * (last - first + 1)), "hiding everything would be no protection worth having");
    }

    [TestCase("secondary and audit")]
    [TestCase("audit")]
    [TestCase("relations")]
    public void A_weakened_rule_is_found_out(string without)
    {
        var rules = without switch
        {
            "secondary and audit" => new DisclosureRules { Secondary = false, Audit = false },
            "audit" => new DisclosureRules { Audit = false },
            _ => new DisclosureRules { Relations = false },
        };

        Assert.That(Enumerable.Range(1, 50).SelectMany(seed => new RandomTable(seed).Attacked(rules).Found), Is.Not.Empty);
    }
}
