using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>
/// Builds a chart from figures: which points are judged, which phase each belongs to, and what the chart says.
/// </summary>
public static class SpcChartBuilder
{
    /// <summary>Builds the chart of one series.</summary>
    /// <param name="selection">The selection of figures.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="settings">How the chart is drawn.</param>
    /// <param name="rows">The figures after disclosure control. A row with a hidden value, or a missing row, is a
    /// gap.</param>
    /// <param name="reached">The last day covered by data: an interval that ends later is not complete.</param>
    public static Chart Build(
        FigureSelection selection, Indicator indicator, ChartSettings settings, IReadOnlyList<IndicatorValue> rows, DateOnly reached)
    {
        var rowsByStart = rows.Where(row => row.Member == settings.Member).ToDictionary(row => row.From);
        var intervals = selection.Intervals
            .Select(interval => (interval.Label, interval.Days, Row: rowsByStart.GetValueOrDefault(interval.Days.From)))
            .ToList();
        bool IsComplete(Period days, IndicatorValue? row) => row?.ReleasedAt is null ? days.To <= reached : row.IsComplete;
        var judged = intervals.Select(interval => IsComplete(interval.Days, interval.Row) ? interval.Row?.Level : null).ToList();
        var starts = settings.Rebase.Select(day => intervals.FindIndex(interval => interval.Days.From >= day));
        var stretches = ProcessPhase.CreateJudged(judged, starts, settings.Baseline, settings.Screen);

        string When(int place) =>
            ChartDescriptions.DescribeInterval(selection.Interval, intervals[place].Label, intervals[place].Days.From);
        var latest = judged.FindLastIndex(value => value is not null);
        string DescribeSignal(Signal signal) =>
            ChartDescriptions.Describe(signal, When(signal.Points[0]), When(signal.Points[^1]), signal.Points[^1] == latest);

        var points = stretches.SelectMany(stretch => stretch.Values.Select((value, within) =>
        {
            var place = stretch.First + within;
            var (label, days, row) = intervals[place];
            var signal = stretch.GetMark(within);
            var isComplete = IsComplete(days, row);
            return new ChartPoint
            {
                Period = label, From = days.From, To = days.To, Value = row?.Level, Symbol = row?.Symbol, IsComplete = isComplete,
                MovingRange = stretch.Ranges[within],
                Mean = Rounded(stretch.Limits?.Mean), Lower = Rounded(stretch.Limits?.Lower), Upper = Rounded(stretch.Limits?.Upper),
                Target = row?.Target,
                Rule = signal is null ? null : ChartEnumNames.ToText(signal.Rule),
                RuleFrom = signal is null ? null : intervals[signal.Points[0]].Label,
                RuleTo = signal is null ? null : intervals[signal.Points[^1]].Label,
                RulePoints = signal?.Points.Count,
                Variation = value is null || stretch.Limits is null
                    ? null : ChartEnumNames.ToText(SpcInterpretation.Interpret(signal, indicator.Polarity)),
                Sentence = signal is not null ? DescribeSignal(signal)
                    : !isComplete && row?.Level is not null ? ChartDescriptions.DescribeIncomplete(When(place))
                    : null,
            };
        })).ToList();

        string DescribeNotJudged(ProcessPhase stretch)
        {
            var known = stretch.Values.OfType<decimal>().ToList();
            if (stretch.Ranges.OfType<decimal>().Count() < ProcessPhase.FewestRanges)
                return ChartDescriptions.DescribeTooFew(known.Count, stretch.Values.Count, selection.Interval);
            var other = stretch.Values.ToList().FindIndex(value => value is { } one && one != known[0]);
            return ChartDescriptions.DescribeNoWidth(selection.Interval, other < 0 ? null : When(stretch.First + other));
        }

        ChartVerdict Verdict()
        {
            if (latest < 0) return new ChartVerdict(null, null, ChartDescriptions.NothingToJudge, null, null);
            var stretch = stretches.Last(stretch => stretch.First <= latest);
            if (stretch.Limits is null)
                return new ChartVerdict(intervals[latest].Label, null, DescribeNotJudged(stretch), null, null);
            var signal = stretch.GetMark(latest - stretch.First);
            var variation = SpcInterpretation.Interpret(signal, indicator.Polarity);
            var target = intervals[latest].Row?.Target;
            var assurance = SpcInterpretation.Interpret(stretch.Limits, target, indicator.Polarity, variation, judged[latest]!.Value);
            var description = signal is null ? null : DescribeSignal(signal);
            return new ChartVerdict(
                intervals[latest].Label,
                ChartEnumNames.ToText(variation),
                ChartDescriptions.Describe(variation, description, When(latest), stretch.IsTrial)
                    + (signal is { Rule: ChartRule.Shift, Points.Count: >= ProcessPhase.ChangedLevel }
                        ? ChartDescriptions.DescribeChangedLevel(When(signal.Points[0])) : ""),
                assurance is { } known ? ChartEnumNames.ToText(known) : null,
                assurance is { } described ? ChartDescriptions.Describe(described, target!.Value) : null);
        }

        return new Chart
        {
            Indicator = indicator.Code,
            Unit = ApiEnumNames.ToText(indicator.Unit),
            Polarity = ApiEnumNames.ToText(indicator.Polarity),
            Interval = selection.Interval.Name,
            By = settings.Member is null ? null : selection.By,
            Member = settings.Member,
            Agency = selection.Agency,
            KnownAt = selection.Knowledge,
            Target = latest < 0 ? null : points[latest].Target,
            Baseline = settings.Baseline,
            Screen = settings.Screen,
            Stretches =
            [
                .. stretches.Select(stretch => new ChartStretch(
                    intervals[stretch.First].Days.From,
                    intervals[stretch.First + stretch.Values.Count - 1].Days.To,
                    Rounded(stretch.Limits?.Mean),
                    Rounded(stretch.Limits?.Lower),
                    Rounded(stretch.Limits?.Upper),
                    stretch.Limits?.PointsUsed ?? 0,
                    stretch.IsTrial)),
            ],
            Points = points,
            Latest = Verdict(),
        };
    }

    private static decimal? Rounded(decimal? number) => number is { } value ? Rounding.ToTwoPlaces(value) : null;
}
