using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Tests.Datasets.Checking;

/// <summary>What a finding says of itself fits into its column.</summary>
public sealed class FindingCollectorTests
{
    [TestCase(399)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(5_000)]
    public void A_sentence_of_one_finding_is_cut_where_its_column_ends(int length)
    {
        var findings = new FindingCollector();
        findings.Add(1, null, "V-1", CommonRules.UniqueKey, "visitId", () => null, null, new string('x', length));

        var detail = findings.First.Single().GetDetail()!;
        Assert.That(detail, Has.Length.EqualTo(Math.Min(length, FindingCollector.LongestDetail)));
        Assert.That(detail.EndsWith('…'), Is.EqualTo(length > FindingCollector.LongestDetail));
        Assert.That(findings.First.Single().Message, Is.EqualTo($"{detail} {CommonRules.UniqueKey.Summary}"));
    }
}
