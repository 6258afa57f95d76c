using SafeguardingMetrics.Indicators.Charts;

namespace SafeguardingMetrics.Tests.Indicators.Charts;

/// <summary>
/// Each rule with its edges, of points that follow a baseline with mean 50, limits 42.02 and 57.98, and near limits
/// 44.68 and 55.32.
/// </summary>
public sealed class ChartRuleTests
{
    private static readonly decimal?[] Baseline = [48.5m, 51.5m, 48.5m, 51.5m, 48.5m, 51.5m, 48.5m, 51.5m, 48.5m, 51.5m, 48.5m, 51.5m];

    [Test]
    public void A_point_beyond_a_limit_is_flagged_and_one_on_it_is_not()
    {
        Assert.That(
            Flags(58, 50, 57.98m, 50, 57.99m, 50, 42.02m, 50, 42.01m),
            Is.EqualTo("beyond-limit+:1 . . . beyond-limit+:1 . . . beyond-limit-:1"));
    }

    [Test]
    public void Seven_points_each_above_the_one_before_are_a_trend_and_six_are_not()
    {
        Assert.That(Flags(47, 48, 49, 50, 51, 52, 53), Is.EqualTo(All("trend+:7", 7)));
        Assert.That(Flags(47, 48, 49, 50, 51, 52), Is.EqualTo(All(".", 6)));
        Assert.That(Flags(53, 52, 51, 50, 49, 48, 47, 46), Is.EqualTo(All("trend-:8", 8)));
        Assert.That(Flags(47, 48, 49, 50, 50, 51, 52, 53), Is.EqualTo(All(".", 8)), "a step of nothing");
        Assert.That(Flags(47, 48, 49, 50, 51, 52, 51), Is.EqualTo(All(".", 7)));
    }

    [Test]
    public void At_a_peak_a_point_belongs_to_the_trend_that_follows()
    {
        Assert.That(Flags(47, 48, 49, 50, 51, 52, 53, 52, 51, 50, 49, 48, 47), Is.EqualTo(All("trend+:7", 6) + " " + All("trend-:7", 7)));
    }

    [Test]
    public void Two_of_three_between_near_limit_and_limit_on_one_side_are_flagged_and_the_third_is_not()
    {
        Assert.That(Flags(56, 51, 56), Is.EqualTo("two-of-three+:2 . two-of-three+:2"));
        Assert.That(Flags(56, 56, 51), Is.EqualTo("two-of-three+:2 two-of-three+:2 ."));
        Assert.That(Flags(51, 56, 56), Is.EqualTo(". two-of-three+:2 two-of-three+:2"));
        Assert.That(Flags(44, 49, 44), Is.EqualTo("two-of-three-:2 . two-of-three-:2"));
        Assert.That(Flags(56, 56, 56), Is.EqualTo(All("two-of-three+:3", 3)));
        Assert.That(Flags(56, 51, 51, 56), Is.EqualTo(". . . ."));
        Assert.That(Flags(56, 56), Is.EqualTo(". ."), "three there must be");
    }

    [Test]
    public void Two_of_three_needs_all_three_on_one_side_and_two_strictly_within_the_zone()
    {
        Assert.That(Flags(56, 49, 56), Is.EqualTo(". . ."), "the third on the other side");
        Assert.That(Flags(56, 50, 56), Is.EqualTo(". . ."), "the third on the mean");
        Assert.That(Flags(56, 44, 56), Is.EqualTo(". . ."), "two sides");
        Assert.That(Flags(55.32m, 51, 56), Is.EqualTo(". . ."), "on the near limit");
        Assert.That(Flags(55.33m, 51, 57.98m), Is.EqualTo("two-of-three+:2 . two-of-three+:2"), "on the limit");
        Assert.That(Flags(56, 51, 58), Is.EqualTo(". . beyond-limit+:1"), "beyond the limit is not in the zone");
        Assert.That(Flags(56, 58, 56), Is.EqualTo("two-of-three+:2 beyond-limit+:1 two-of-three+:2"), "but on its side");
    }

    [Test]
    public void Seven_points_on_one_side_of_the_mean_are_a_shift_and_one_on_the_mean_ends_it()
    {
        Assert.That(Flags(51, 51, 51, 51, 51, 51, 51), Is.EqualTo(All("shift+:7", 7)));
        Assert.That(Flags(51, 51, 51, 51, 51, 51), Is.EqualTo(All(".", 6)));
        Assert.That(Flags(49, 49, 48, 49, 49, 48, 49, 49), Is.EqualTo(All("shift-:8", 8)));
        Assert.That(Flags(51, 51, 51, 50, 51, 51, 51, 51), Is.EqualTo(All(".", 8)));
        Assert.That(Flags(50, 50, 50, 50, 50, 50, 50), Is.EqualTo(All(".", 7)));
        Assert.That(Flags(51, 51, 51, 51, 51, 51, 49, 51), Is.EqualTo(All(".", 8)));
    }

    [Test]
    public void The_first_rule_that_holds_is_the_point_s()
    {
        Assert.That(
            Flags(51, 52, 53, 54, 56, 57, 58),
            Is.EqualTo(All("trend+:7", 6) + " beyond-limit+:1"),
            "limit before trend before two of three before shift");
        Assert.That(
            Flags(51, 51, 51, 51, 51, 56, 56),
            Is.EqualTo(All("shift+:7", 5) + " two-of-three+:2 two-of-three+:2"),
            "two of three before shift");
    }

    [Test]
    public void A_gap_ends_every_run()
    {
        Assert.That(Flags(51, 51, 51, null, 51, 51, 51, 51), Is.EqualTo(All(".", 8)));
        Assert.That(Flags(47, 48, 49, null, 50, 51, 52, 53), Is.EqualTo(All(".", 8)));
        Assert.That(Flags(56, null, 56, 51), Is.EqualTo(All(".", 4)));
        Assert.That(Flags(null, 58, null), Is.EqualTo(". beyond-limit+:1 ."));
    }

    private static string Flags(params decimal?[] after)
    {
        var signals = ProcessPhase.Create([.. Baseline, null, .. after], baseline: 12).Single().Signals;
        Assert.That(signals.Take(13), Has.All.Null);
        return string.Join(
            ' ',
            signals
                .Skip(13)
                .Select(signal => signal is null
                    ? "."
                    : $"{ChartEnumNames.ToText(signal.Rule)}{(signal.Direction > 0 ? '+' : '-')}:{signal.Points.Count}"));
    }

    private static string All(string flag, int count) => string.Join(' ', Enumerable.Repeat(flag, count));
}
