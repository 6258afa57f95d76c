using SafeguardingMetrics.DataQuality;

namespace SafeguardingMetrics.Tests.DataQuality;

/// <summary>
/// The published examples: NHS England, Data Quality Maturity Index (DQMI) methodology, calculation and appendix 1
/// (2021).
/// </summary>
public sealed class MaturityIndexTests
{
    [TestCase(2500, 2400, 100, 0.020, 94.0)]
    [TestCase(1000, 1000, 100, 0.035, 93.5)]
    public void Item_scores_are_the_published_ones(long records, long valid, long defaults, double threshold, double percent) =>
        Assert.That(MaturityIndex.ItemScore(records, valid, defaults, (decimal)threshold) * 100, Is.EqualTo((decimal)percent));

    [Test]
    public void The_index_of_twelve_items_is_the_published_one()
    {
        (decimal, decimal?)[] items =
        [
            (0.94m, 1), (1.00m, 1), (0.76m, 1),
            (0m, Third), (0.80m, Third), (0.45m, Third), (0.935m, Third), (1.00m, Third), (1.00m, Third),
            (1.00m, 2 * Third), (0.98m, 2 * Third), (0.835m, 2 * Third),
        ];

        var index = MaturityIndex.Index(items)!.Value;

        Assert.That(SafeguardingMetrics.Datasets.Calendar.Rounding.ToTwoPlaces(index), Is.EqualTo(47.15m));
        Assert.That(SafeguardingMetrics.Datasets.Calendar.Rounding.ToOnePlace(index), Is.EqualTo(47.2m));
    }

    [Test]
    public void Items_of_which_nothing_was_expected_are_left_out()
    {
        Assert.That(MaturityIndex.Index([(0.5m, 0.5m), (1m, null)]), Is.EqualTo(25m));
        Assert.That(MaturityIndex.Index([(1m, null)]), Is.Null);
        Assert.That(MaturityIndex.Index([]), Is.Null);
        Assert.That(MaturityIndex.Coverage(0, 0), Is.Null);
        Assert.That(MaturityIndex.Coverage(0, 4), Is.Zero);
    }

    [Test]
    public void Defaults_up_to_their_threshold_are_no_fault_and_of_no_records_there_is_no_score()
    {
        Assert.That(MaturityIndex.ItemScore(100, 100, 2, 0.02m), Is.EqualTo(1m));
        Assert.That(MaturityIndex.ItemScore(100, 100, 3, 0.02m), Is.EqualTo(0.99m));
        Assert.That(MaturityIndex.ItemScore(0, 0, 0, 0.02m), Is.Null);
    }

    private static decimal Third => 1m / 3;
}
