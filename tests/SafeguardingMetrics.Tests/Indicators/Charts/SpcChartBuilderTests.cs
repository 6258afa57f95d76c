using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Charts;
using SafeguardingMetrics.Indicators.Targets;

namespace SafeguardingMetrics.Tests.Indicators.Charts;

/// <summary>Charts of rows as a reader may see them: what is hidden is a gap, and targets come with the rows.</summary>
public sealed class SpcChartBuilderTests
{
    private static readonly DateOnly January = new(2025, 1, 1);

    [Test]
    public void A_hidden_figure_is_a_gap_and_the_limits_are_of_those_that_are_shown()
    {
        var shown = Drawn([50, 60, 50, null, 50, 60, 50, 60, 50, 60, 50, 60, 50]);

        Assert.That(
            (shown.Points[3].Value, shown.Points[3].Symbol, shown.Points[3].Variation, shown.Points[3].Sentence),
            Is.EqualTo(((decimal?)null, "c", (string?)null, (string?)null)));
        Assert.That(
            shown.Points.Select(point => point.MovingRange),
            Is.EqualTo(new decimal?[] { null, 10, 10, null, null, 10, 10, 10, 10, 10, 10, 10, 10 }));
        Assert.That((shown.Stretches.Single().PointsUsed, shown.Stretches.Single().Mean), Is.EqualTo((12, (decimal?)54.17m)));
    }

    [TestCase("visits-on-time", 90, "consistently-fails", "If nothing changes, no point can be expected to meet the target of 90")]
    [TestCase("visits-on-time", 10, "consistently-passes", "If nothing changes, every point can be expected to meet the target of 10")]
    [TestCase(
        "visits-on-time",
        55,
        "hit-and-miss",
        "The target of 55 lies within the usual variation: some points will meet it and some will not")]
    [TestCase("vacancy-rate", 90, "consistently-passes", "If nothing changes, every point can be expected to meet the target of 90")]
    [TestCase("vacancy-rate", 10, "consistently-fails", "If nothing changes, no point can be expected to meet the target of 10")]
    public void The_target_of_the_latest_point_gives_the_assurance(string code, int target, string assurance, string sentence)
    {
        var chart = Drawn([50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50], code: code, target: target);

        Assert.That(
            (chart.Target, chart.Latest.Assurance, chart.Latest.AssuranceSentence),
            Is.EqualTo(((decimal?)target, assurance, sentence)));
        Assert.That(chart.Points.Select(point => point.Target), Has.All.EqualTo(target));
    }

    [TestCase("visits-on-time", "improvement", "Improvement: Seven points in a row above the mean since February 2026")]
    [TestCase("vacancy-rate", "concern", "Concern: Seven points in a row above the mean since February 2026")]
    public void The_latest_point_s_verdict_depends_on_which_way_is_better(string code, string variation, string sentence)
    {
        var chart = Drawn([50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 60, 60, 60, 60, 60, 60], code: code, baseline: 12);

        Assert.That(
            (chart.Latest.Period, chart.Latest.Variation, chart.Latest.VariationSentence),
            Is.EqualTo(("2026-08", variation, sentence)));
        Assert.That(
            (chart.Latest.Assurance, chart.Latest.AssuranceSentence, chart.Target),
            Is.EqualTo(((string?)null, (string?)null, (decimal?)null)));
        var flagged = chart.Points.Where(point => point.Rule is not null).ToList();
        Assert.That(
            flagged.Select(point => (point.Rule, point.RuleFrom, point.RuleTo, point.RulePoints, point.Variation)),
            Is.EqualTo(Enumerable.Repeat(("shift", "2026-02", "2026-08", (int?)7, variation), 7)));
        Assert.That(flagged.Select(point => point.Sentence), Has.All.EqualTo("Seven points in a row above the mean since February 2026"));
    }

    [TestCase("visits-on-time", "improvement")]
    [TestCase("vacancy-rate", "concern")]
    public void A_trend_marks_those_of_its_points_that_lie_on_its_side_of_the_mean(string code, string variation)
    {
        var chart = Drawn([50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 51, 52, 53, 54, 55, 56, 57, 58], code: code, baseline: 12);

        // The mean is 55: of a rise from 50 to 58 only what lies above it is better, or worse.
        Assert.That(
            chart.Points.Where(point => point.Rule is not null).Select(point => $"{point.Value} {point.Rule} {point.Variation}"),
            Is.EqualTo(new[] { $"56 trend {variation}", $"57 trend {variation}", $"58 trend {variation}" }));
    }

    [Test]
    public void Of_a_process_that_changes_or_whose_latest_value_says_otherwise_nothing_is_assured()
    {
        decimal?[] usual = [50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60];
        foreach (var code in new[] { "visits-on-time", "vacancy-rate" })
        {
            foreach (var target in Enumerable.Range(0, 101))
            {
                foreach (var after in new decimal?[][]
                {
                    [50], [60], [70, 70, 70, 70, 70, 70, 70], [20], [95], [51, 52, 53, 54, 55, 56, 57],
                })
                {
                    var chart = Drawn([.. usual, .. after], code: code, target: target, baseline: 12);
                    var (value, isHigh) = (after[^1]!.Value, code == "visits-on-time");
                    var isMet = isHigh ? value >= target : value <= target;
                    if (chart.Latest.Variation != "common-cause") Assert.That(chart.Latest.Assurance, Is.Null);
                    if (chart.Latest.Assurance == "consistently-passes") Assert.That(isMet, Is.True, $"{code} {target} {value}");
                    if (chart.Latest.Assurance == "consistently-fails") Assert.That(isMet, Is.False, $"{code} {target} {value}");
                }
            }
        }
    }

    [Test]
    public void Each_rule_has_its_sentence_which_says_since_when_or_from_when_to_when()
    {
        decimal?[] baseline = [48.5m, 51.5m, 48.5m, 51.5m, 48.5m, 51.5m, 48.5m, 51.5m, 48.5m, 51.5m, 48.5m, 51.5m, null];
        string?[] Sentences(params decimal?[] after) =>
        [
            .. Drawn([.. baseline, .. after], baseline: 12).Points.Select(point => point.Sentence).OfType<string>().Distinct(),
        ];

        Assert.That(Sentences(58, 50), Is.EqualTo(new[] { "February 2026 lies above the upper process limit" }));
        Assert.That(Sentences(42), Is.EqualTo(new[] { "February 2026 lies below the lower process limit" }));
        Assert.That(
            Sentences(47, 48, 49, 50, 51, 52, 53),
            Is.EqualTo(new[] { "Seven points in a row, each above the one before, since February 2026" }));
        Assert.That(
            Sentences(54, 53, 52, 51, 50, 49, 48, 47, 50),
            Is.EqualTo(new[] { "Eight points in a row, each below the one before, from February 2026 to September 2026" }));
        Assert.That(
            Sentences(56, 51, 56),
            Is.EqualTo(new[] { "Two of three points in a row close to the upper process limit since February 2026" }));
        Assert.That(
            Sentences(44, 44, 44, 50),
            Is.EqualTo(new[] { "Three of three points in a row close to the lower process limit from February 2026 to April 2026" }));
        Assert.That(
            Sentences([.. Enumerable.Repeat<decimal?>(49, 13)]),
            Is.EqualTo(new[] { "13 points in a row below the mean since February 2026" }));
    }

    [Test]
    public void Days_and_weeks_are_said_as_days_and_weeks_and_other_intervals_by_their_labels()
    {
        var first = new DateOnly(2026, 6, 1);
        Assert.That(
            Interval.All.Take(5).Select(interval => ChartDescriptions.DescribeInterval(interval, "2026-Qx", first)),
            Is.EqualTo(new[] { "1 June 2026", "the week of 1 June 2026", "June 2026", "2026-Qx", "2026-Qx" }));
        var beyond = new Signal(ChartRule.BeyondLimit, 1, [0]);
        Assert.That(
            ChartDescriptions.Describe(beyond, "the week of 1 June 2026", "the week of 1 June 2026", true),
            Is.EqualTo("The week of 1 June 2026 lies above the upper process limit"));
    }

    [Test]
    public void An_incomplete_point_is_shown_and_neither_judged_nor_counted()
    {
        decimal?[] values = [50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 0];
        var chart = Drawn(values, reached: new DateOnly(2026, 1, 30));

        var last = chart.Points[^1];
        Assert.That(
            (last.Value, last.IsComplete, last.MovingRange, last.Rule, last.Variation),
            Is.EqualTo(((decimal?)0, false, (decimal?)null, (string?)null, (string?)null)));
        Assert.That(
            last.Sentence, Is.EqualTo("January 2026 is not complete yet: it is shown but not judged, and does not affect the limits"));
        Assert.That((last.Mean, chart.Stretches[0].PointsUsed, chart.Latest.Period), Is.EqualTo(((decimal?)55, 12, "2025-12")));
        Assert.That(
            chart.Latest.VariationSentence,
            Is.EqualTo(
                "No change: December 2025 shows no more than the usual variation; the limits are trial limits, from fewer than 13 points"));
        Assert.That(Drawn(values, reached: new DateOnly(2026, 1, 31)).Points.Select(point => point.IsComplete), Has.All.True);
    }

    [Test]
    public void Limits_are_those_of_the_first_twelve_points_and_of_as_many_more_as_gaps_ask_for()
    {
        decimal?[] first = [50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60];

        Assert.That(GetUsed([.. first, 90, 95, 99]), Is.EqualTo((12, (decimal?)55)), "bad months do not make themselves usual");
        Assert.That(GetUsed([.. first]), Is.EqualTo((12, (decimal?)55)));
        // Three gaps: twelve points have eight ranges, and the two that follow make ten.
        Assert.That(GetUsed([50, 60, null, 50, 60, null, 50, 60, null, 50, 60, 50, 60, 50, 60, 50, 60, 99]).PointsUsed, Is.EqualTo(14));
        Assert.That(GetUsed([50, 60, 50, 60, 50, 60, 50, 60, 50, 60]), Is.EqualTo((0, (decimal?)null)), "nine ranges");
    }

    [Test]
    public void Where_there_are_too_few_points_or_no_width_nothing_is_judged()
    {
        var few = Drawn([50, null, null, 60, 50, null, 60]);
        Assert.That(
            (few.Latest.Variation, few.Latest.VariationSentence, few.Latest.Assurance),
            Is.EqualTo((
                (string?)null, "Cannot be judged yet: 4 of 7 months have a figure, and limits take at least 11 in a row", (string?)null)));
        Assert.That(few.Points.Select(point => point.Variation), Has.All.Null);

        var noughts = Enumerable.Repeat<decimal?>(0, 13).ToArray();
        Assert.That(Drawn(noughts).Latest.VariationSentence, Is.EqualTo("The same each month until now"));
        var other = Drawn([.. noughts, 3]);
        Assert.That(
            (other.Latest.Variation, other.Latest.VariationSentence, other.Stretches.Single().Upper),
            Is.EqualTo(((string?)null, "The same each month at first; February 2026 is the first other", (decimal?)null)));
    }

    [Test]
    public void Nine_points_on_one_side_say_that_the_level_has_changed()
    {
        decimal?[] first = [50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60];
        string Sentence(int after) => Drawn([.. first, .. Enumerable.Repeat<decimal?>(62, after)]).Latest.VariationSentence;

        Assert.That(Sentence(7), Does.Not.Contain("level"));
        Assert.That(Sentence(9), Does.EndWith("; the level has changed since December 2025, and new limits can begin there"));
    }

    [Test]
    public void A_chart_without_a_figure_has_no_limits_and_no_verdict()
    {
        var chart = Drawn([null, null]);

        Assert.That(
            (chart.Latest, chart.Target, chart.Stretches.Single()),
            Is.EqualTo((
                new ChartVerdict(null, null, "No complete interval has a figure to judge", null, null),
                (decimal?)null,
                new ChartStretch(January, new DateOnly(2025, 2, 28), null, null, null, 0, true))));
    }

    [Test]
    public void A_day_of_rebasing_within_an_interval_begins_the_stretch_with_the_next()
    {
        decimal?[] low = [10, 20, 10, 20, 10, 20, 10, 20, 10, 20, 10, 20];
        decimal?[] high = [50, 60, 50, 60, 50, 60, 50, 60, 50, 60, 50, 60];
        var chart = Drawn([.. high, .. low], rebase: [new(2025, 12, 2), new(2030, 1, 1), new(2020, 1, 1)]);

        Assert.That(
            chart.Stretches.Select(stretch => (stretch.From, stretch.To, stretch.Mean)),
            Is.EqualTo(new[]
            {
                (January, new DateOnly(2025, 12, 31), (decimal?)55),
                (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), (decimal?)15),
            }));
    }

    private static (int PointsUsed, decimal? Mean) GetUsed(decimal?[] values)
    {
        var stretch = Drawn(values).Stretches.Single();
        return (stretch.PointsUsed, stretch.Mean);
    }

    private static TargetComparison Aim(Indicator indicator, decimal value) => new(
        new Target
        {
            TargetId = "1",
            Indicator = indicator.Code,
            Agency = null,
            Locality = null,
            ValidFrom = January,
            Value = value,
            Tolerance = 0,
            SetAt = default,
            SetBy = "key",
            EndedAt = null,
            EndedBy = null,
        },
        indicator.Polarity);

    private static Chart Drawn(
        decimal?[] values,
        string code = "visits-on-time",
        decimal? target = null,
        int? baseline = null,
        IReadOnlyList<DateOnly>? rebase = null,
        DateOnly? reached = null)
    {
        var indicator = IndicatorCatalogue.Find(code)!;
        var days = new Period(January, January.AddMonths(values.Length).AddDays(-1));
        var selection = new FigureSelection(days, Interval.Month, new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero))
        {
            By = Dimension.Locality,
        };
        var rows = Interval.Month
            .Split(days)
            .Zip(values)
            .SelectMany(pair => new[] { ("East", pair.Second), ("West", (decimal?)99) }.Select(member => Rows.Empty with
            {
                Indicator = code,
                Period = pair.First.Label,
                From = pair.First.Days.From,
                To = pair.First.Days.To,
                By = "locality",
                Member = member.Item1,
                Value = member.Item2,
                Symbol = member.Item2 is null ? "c" : null,
                TargetComparison = target is { } aim ? Aim(indicator, aim) : null,
                KnownAt = selection.Knowledge,
            })).ToList();
        return SpcChartBuilder.Build(
            selection,
            indicator,
            new ChartSettings("East", rebase ?? [], baseline, Screen: false),
            rows,
            reached ?? new DateOnly(2030, 1, 1));
    }
}
