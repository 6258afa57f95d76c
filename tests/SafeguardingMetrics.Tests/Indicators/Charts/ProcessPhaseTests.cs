using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Charts;

namespace SafeguardingMetrics.Tests.Indicators.Charts;

public sealed class ProcessPhaseTests
{
    [Test]
    public void Each_stretch_has_its_own_mean_ranges_and_rules()
    {
        decimal?[] values = [10, 12, 10, 12, 30, 32, 30, 32];

        var whole = ProcessPhase.Create(values).Single();
        var parts = ProcessPhase.Create(values, [4]);

        Assert.That(whole.Limits!.Mean, Is.EqualTo(21));
        Assert.That(
            parts.Select(part => (part.First, part.Limits!.Mean, part.Limits.AverageRange)),
            Is.EqualTo(new[] { (0, 11m, (decimal?)2), (4, 31m, (decimal?)2) }));
        Assert.That(parts[1].Ranges, Is.EqualTo(new decimal?[] { null, 2, 2, 2 }));
    }

    [Test]
    public void A_run_ends_where_a_stretch_does_and_signals_count_points_of_the_whole_chart()
    {
        decimal?[] values =
        [
            .. Enumerable.Range(1, 8).Select(value => (decimal?)value),
            .. Enumerable.Range(9, 8).Select(value => (decimal?)value),
        ];

        Assert.That(
            ProcessPhase.Create(values)
                .Single().Signals
                .Where(signal => signal!.Rule == ChartRule.Trend)
                .Select(signal => signal!.Points.Count)
                .Distinct(),
            Is.EqualTo(new[] { 16 }));
        var second = ProcessPhase.Create(values, [8])[1];
        Assert.That(second.Signals.Select(signal => signal?.Rule), Has.Some.EqualTo(ChartRule.Trend));
        Assert.That(second.Signals.First(signal => signal!.Rule == ChartRule.Trend)!.Points, Is.EqualTo(Enumerable.Range(8, 8)));
        Assert.That(
            ProcessPhase.Create(values, [5, 11]).SelectMany(stretch => stretch.Signals).Count(signal => signal?.Rule == ChartRule.Trend),
            Is.Zero);
    }

    [Test]
    public void Starts_outside_the_chart_and_given_twice_change_nothing()
    {
        Assert.That(
            ProcessPhase.Create([1, 2, 3, 4], [-1, 0, 2, 2, 4, 9]).Select(stretch => (stretch.First, stretch.Values.Count)),
            Is.EqualTo(new[] { (0, 2), (2, 2) }));
    }

    [Test]
    public void A_baseline_is_of_the_first_points_with_a_figure_and_later_points_do_not_move_it()
    {
        decimal?[] first = [10, 12, null, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
        decimal?[] values = [.. first, 90, 95, 99];

        var stretch = ProcessPhase.Create(values, baseline: 12).Single();

        Assert.That((stretch.Limits!.Mean, stretch.Limits.AverageRange, stretch.Limits.PointsUsed), Is.EqualTo((11m, (decimal?)2m, 12)));
        Assert.That(stretch.Ranges[13], Is.EqualTo(78), "the range of a later point is told though it is not used");
        Assert.That(ProcessPhase.Create(values, baseline: 13).Single().Limits!.PointsUsed, Is.EqualTo(13));
        Assert.That(
            ProcessPhase.Create(first, baseline: 20).Single().Limits!.PointsUsed,
            Is.EqualTo(12),
            "fewer than asked for are all of them");
    }

    [Test]
    public void Limits_of_fewer_than_thirteen_points_are_trial_limits_and_a_gap_is_no_point()
    {
        static bool IsTrial(int points, int gaps) =>
            ProcessPhase.Create([
                .. Enumerable.Range(0, points).Select(value => (decimal?)(value % 3)),
                .. Enumerable.Repeat<decimal?>(null, gaps),
            ]).Single().IsTrial;

        Assert.That((IsTrial(12, 0), IsTrial(13, 0), IsTrial(12, 5), IsTrial(0, 1)), Is.EqualTo((true, false, true, true)));
    }

    [Test]
    public void What_is_better_makes_a_signal_an_improvement_or_a_concern()
    {
        var high = new Signal(ChartRule.Shift, 1, [0]);
        var low = new Signal(ChartRule.Trend, -1, [0]);

        Assert.That(
            new[] { high, low, null }.Select(signal => SpcInterpretation.Interpret(signal, Polarity.High)),
            Is.EqualTo(new[] { Variation.Improvement, Variation.Concern, Variation.CommonCause }));
        Assert.That(
            new[] { high, low, null }.Select(signal => SpcInterpretation.Interpret(signal, Polarity.Low)),
            Is.EqualTo(new[] { Variation.Concern, Variation.Improvement, Variation.CommonCause }));
        Assert.That(
            new[] { high, low, null }.Select(signal => SpcInterpretation.Interpret(signal, null)),
            Is.EqualTo(new[] { Variation.Neutral, Variation.Neutral, Variation.CommonCause }));
    }

    [Test]
    public void A_target_beyond_the_limits_is_met_or_missed_whatever_the_noise()
    {
        var limits = ControlLimits.Calculate([48.5m, 51.5m, 48.5m, 51.5m]);
        Assurance?[] Told(Polarity? better) =>
        [
            .. new[] { 57.99m, 57.98m, 50, 42.02m, 42.01m }.Select(target => SpcInterpretation.Interpret(limits, target, better)),
        ];

        Assert.That(
            Told(Polarity.High),
            Is.EqualTo(
                new Assurance?[]
                {
                    Assurance.ConsistentlyFails,
                    Assurance.HitAndMiss,
                    Assurance.HitAndMiss,
                    Assurance.HitAndMiss,
                    Assurance.ConsistentlyPasses,
                }));
        Assert.That(
            Told(Polarity.Low),
            Is.EqualTo(
                new Assurance?[]
                {
                    Assurance.ConsistentlyPasses,
                    Assurance.HitAndMiss,
                    Assurance.HitAndMiss,
                    Assurance.HitAndMiss,
                    Assurance.ConsistentlyFails,
                }));
        Assert.That(Told(null), Has.All.Null);
        Assert.That(
            (
                SpcInterpretation.Interpret(limits, null, Polarity.High),
                SpcInterpretation.Interpret(ControlLimits.Calculate([5]), 9, Polarity.High),
                SpcInterpretation.Interpret((ControlLimits?)null, 9, Polarity.High)),
            Is.EqualTo(((Assurance?)null, (Assurance?)null, (Assurance?)null)));
    }
}
