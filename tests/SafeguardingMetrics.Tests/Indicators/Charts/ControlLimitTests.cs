using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Indicators.Charts;

namespace SafeguardingMetrics.Tests.Indicators.Charts;

public sealed class ControlLimitTests
{
    // The worked example of the vignette "Deviations from Excel defaults" of the R package NHSRplotthedots.
    private static readonly decimal?[] Published = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

    [TestCase(true, 4.6, 1.94, -0.72)]
    [TestCase(false, 6.95, 1.94, -3.06)]
    public void The_published_example_gives_the_published_limits(bool screen, double upper, double mean, double lower)
    {
        var limits = ControlLimits.Calculate(Published, screen)!;

        Assert.That(
            (
                Rounding.ToTwoPlaces(limits.Upper!.Value),
                Rounding.ToTwoPlaces(limits.Mean),
                Rounding.ToTwoPlaces(limits.Lower!.Value),
                limits.PointsUsed),
            Is.EqualTo(((decimal)upper, (decimal)mean, (decimal)lower, 18)));
        Assert.That(Published.Select(value => limits.IsBeyond(value!.Value)), Is.EqualTo(Published.Select(value => value == 10)));
    }

    [Test]
    public void A_value_on_a_limit_is_not_beyond_it()
    {
        // Mean 50, average range 3: limits 42.02 and 57.98, near limits 44.68 and 55.32.
        var limits = ControlLimits.Calculate([48.5m, 51.5m, 48.5m, 51.5m])!;

        Assert.That(
            (limits.Lower, limits.Mean, limits.Upper, limits.AverageRange),
            Is.EqualTo(((decimal?)42.02m, 50m, (decimal?)57.98m, (decimal?)3m)));
        Assert.That(
            new[] { 42.01m, 42.02m, 50, 57.98m, 57.99m }.Select(limits.IsBeyond),
            Is.EqualTo(new[] { true, false, false, false, true }));
        Assert.That(
            new[] { 44.67m, 44.68m, 50, 55.32m, 55.33m }.Select(limits.IsBeyondNear),
            Is.EqualTo(new[] { true, false, false, false, true }));
        Assert.That(new[] { 49.9m, 50, 50.1m }.Select(limits.SideOf), Is.EqualTo(new[] { -1, 0, 1 }));
    }

    [Test]
    public void No_quotient_that_was_rounded_decides()
    {
        // The mean is a third, which no decimal is.
        var thirds = ControlLimits.Calculate([0, 0, 1])!;
        Assert.That((thirds.SideOf(0.3333333333333333333333333333m), thirds.SideOf(0.3333333333333333333333333334m)), Is.EqualTo((-1, 1)));

        // Mean 1/7, ranges 1, 1, 0, 0, 0, 0: the limit 1/7 + 2.66/3 is 2161/2100; no quotient is finite, and so none is
        // compared.
        var sevenths = ControlLimits.Calculate([0, 1, 0, 0, 0, 0, 0])!;
        Assert.That(
            (sevenths.IsBeyond(1.0295238095238095238095238095m), sevenths.IsBeyond(1.0295238095238095238095238096m)),
            Is.EqualTo((false, true)));

        // Mean 1, average range 1.5: the limit is 4.99 and a value may be on it.
        var exact = ControlLimits.Calculate([0, 0, 3])!;
        Assert.That((exact.IsBeyond(4.99m), exact.IsBeyond(4.9900000000000000000001m)), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_process_that_stands_still_has_its_mean_for_limits_also_where_ranges_are_screened([Values] bool screen)
    {
        var limits = ControlLimits.Calculate(Enumerable.Repeat<decimal?>(77.4m, 13).ToList(), screen)!;

        Assert.That((limits.Lower, limits.Mean, limits.Upper), Is.EqualTo(((decimal?)77.4m, 77.4m, (decimal?)77.4m)));
        Assert.That((limits.IsBeyond(77.4m), limits.IsBeyond(77.5m), limits.IsBeyond(77.3m)), Is.EqualTo((false, true, true)));
    }

    [Test]
    public void No_range_is_taken_across_a_gap_and_a_single_point_has_no_limits()
    {
        Assert.That(ControlLimits.GetMovingRanges([1, 4, null, 9, 7]), Is.EqualTo(new decimal?[] { null, 3, null, null, 2 }));
        var limits = ControlLimits.Calculate([1, 4, null, 9, 7])!;
        Assert.That((limits.Mean, limits.AverageRange, limits.PointsUsed), Is.EqualTo((5.25m, (decimal?)2.5m, 4)));

        var lone = ControlLimits.Calculate([null, 3, null])!;
        Assert.That(
            (lone.Mean, lone.Lower, lone.Upper, lone.IsBeyond(100), lone.IsBeyondNear(100)),
            Is.EqualTo((3m, (decimal?)null, (decimal?)null, false, false)));
        Assert.That(ControlLimits.Calculate([null, null]), Is.Null);
    }
}
