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

    [TestCase(1, 100)]
    [TestCase(3_000, 300)]
    [TestCase(100_000_000, 10_000)]
    public void The_first_findings_are_kept_as_the_return_is_long_and_all_are_counted(long bytes, int about)
    {
        var findings = new FindingCollector(bytes);
        for (var i = 1; i <= 25_000; i++) findings.Add(i, null, null, CommonRules.Required, "a", () => null, null);
        findings.Add(null, null, null, CommonRules.OneSpelling, "team", () => null, null, "2 values were counted as another spelling.");

        Assert.That(findings.Kept, Has.Count.EqualTo(about).Within(about / 5).And.Count.InRange(100, 10_000));
        Assert.That(findings.Kept.SkipLast(1).Select(one => one.Record), Is.EqualTo(Enumerable.Range(1, findings.Kept.Count - 1)));
        Assert.That(findings.Kept[^1].Rule, Is.EqualTo("R13"), "what is said of the whole return is kept");
        Assert.That(findings.First, Is.EqualTo(findings.Kept.Take(100)));
        Assert.That(findings.Breaches.Select(rule => rule.Findings), Is.EqualTo(new[] { 25_000, 1 }));
    }

    [Test]
    public void Of_a_rejected_return_no_more_is_left_than_its_receipt_has_room_for()
    {
        var findings = new FindingCollector(100_000_000);
        for (var i = 1; i <= 5_000; i++) findings.Add(i, null, "V-1", CommonRules.Required, "a", () => null, null, new string('x', 400));

        findings.LeaveThoseOfRejected();

        Assert.That(findings.Kept, Has.Count.InRange(20, 100).And.Count.EqualTo(findings.First.Count));
        Assert.That(findings.Kept.Sum(one => one.Message.Length), Is.LessThan(FindingCollector.BytesOfRejected));
        Assert.That(findings.Breaches.Single().Findings, Is.EqualTo(5_000));
    }
}
