using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Returns.Holding;

namespace SafeguardingMetrics.Tests.Returns.Holding;

/// <summary>The reasons to hold a return, from counts alone.</summary>
public sealed class HoldingPolicyTests
{
    private static readonly Dataset Visits = DatasetCatalogue.Find("statutory-visits")!;
    private static readonly Period October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31));

    // accepted, rejected, records before, their keys in the return (-1 where keys are not compared), reasons
    [TestCase(Comparison.SameDays, 389, 0, 389, 389, "")]
    [TestCase(Comparison.SameDays, 0, 0, 389, 0, "fewer-records 0/389")]
    [TestCase(Comparison.SameDays, 195, 0, 389, 195, "")]
    [TestCase(Comparison.SameDays, 194, 0, 389, 194, "fewer-records 194/389")]
    [TestCase(Comparison.SameDays, 20, 0, 40, 20, "")]
    [TestCase(Comparison.SameDays, 19, 0, 40, 19, "fewer-records 19/40")]
    [TestCase(Comparison.LastDay, 19, 0, 40, 19, "fewer-records 19/40")]
    [TestCase(Comparison.EarlierDays, 19, 0, 40, -1, "")]
    [TestCase(Comparison.EarlierDays, 4, 0, 40, -1, "")]
    [TestCase(Comparison.EarlierDays, 3, 0, 40, -1, "fewer-records 3/40")]
    [TestCase(Comparison.SameDays, 51, 50, 40, 40, "")]
    [TestCase(Comparison.SameDays, 50, 50, 40, 40, "records-rejected 50/100")]
    [TestCase(Comparison.EarlierDays, 50, 50, 40, -1, "records-rejected 50/100")]
    [TestCase(Comparison.SameDays, 1, 19, 40, 20, "fewer-records 1/40 records-rejected 19/20")]
    [TestCase(Comparison.SameDays, 40, 0, 40, 20, "")]
    [TestCase(Comparison.SameDays, 40, 0, 40, 19, "other-keys 19/40")]
    [TestCase(Comparison.LastDay, 40, 0, 40, 0, "other-keys 0/40")]
    [TestCase(Comparison.SameDays, 0, 0, 0, 0, "")]
    public void Counts_of_records_and_keys(Comparison kind, int accepted, int rejected, int before, int keys, string reasons) =>
        Assert.That(
            Compare(kind, accepted, rejected, before, keys, filledBefore: before, filledNow: accepted, new HoldingThresholds()),
            Is.EqualTo(reasons));

    [TestCase(20, 0, 40, "field-empty childSeen 0/20")]
    [TestCase(19, 0, 40, "")]
    [TestCase(40, 1, 40, "")]
    [TestCase(0, 0, 40, "")]
    public void A_field_that_was_filled_in_half_of_the_records_and_is_empty_now(
        int filledBefore, int filledNow, int records, string reasons)
    {
        foreach (var kind in Enum.GetValues<Comparison>())
            Assert.That(
                Compare(kind, records, 0, records, kind == Comparison.EarlierDays ? -1 : records, filledBefore, filledNow, new()),
                Is.EqualTo(reasons), $"{kind}");
    }

    [Test]
    public void A_threshold_of_zero_turns_a_reason_off()
    {
        var never = new HoldingThresholds { AcceptedPercent = 0, RejectedPercent = 0, FilledPercent = 0, KeysPercent = 0 };

        Assert.That(Compare(Comparison.SameDays, 1, 99, 400, 0, filledBefore: 400, filledNow: 0, never), Is.Empty);
    }

    [Test]
    public void Reasons_say_the_numbers_and_name_the_field()
    {
        var reasons = HoldingPolicy.Compare(
            Visits, Sent(1, 19, filled: 0), new ComparedRecords(Comparison.SameDays, October, 389, Filled(389), 1), new());

        Assert.That(reasons.Select(reason => reason.Message).Take(3), Is.EqualTo(new[]
        {
            "1 record was accepted; 2026-10-01 to 2026-10-31 has 389 records in force.",
            "19 of 20 records were rejected.",
            "childSeen is empty in every record; it has a value in 389 of 389 records of 2026-10-01 to 2026-10-31.",
        }));
    }

    private static string Compare(
        Comparison kind, int accepted, int rejected, int before, int keys, int filledBefore, int filledNow, HoldingThresholds thresholds)
    {
        var compared = new ComparedRecords(kind, October, before, Filled(filledBefore), keys < 0 ? null : keys);
        var reasons = HoldingPolicy.Compare(Visits, Sent(accepted, rejected, filledNow), compared, thresholds);
        return string.Join(' ', reasons.Select(reason =>
            $"{reason.Code}{(reason.Field is null ? "" : $" {reason.Field}")} {reason.Sent}/{reason.ComparedWith}"));
    }

    private static SentRecords Sent(int accepted, int rejected, int filled) =>
        new(new RecordCounts(accepted + rejected, accepted, rejected, 0), Filled(filled));

    // One field has values or none: the one that a rule about it cannot miss.
    private static int[] Filled(int filled) => [.. Visits.FieldList.Select(field => field.Name == "childSeen" ? filled : 0)];
}
