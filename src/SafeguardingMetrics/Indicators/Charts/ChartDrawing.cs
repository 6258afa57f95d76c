using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>Draws a chart of rows that were read: which points are judged, which stretch each is in, and what is said of it.</summary>
public static class ChartDrawing
{
    /// <summary>The chart of one series.</summary>
    /// <param name="query">Which figures were asked for, of one indicator.</param>
    /// <param name="parameters">How the chart is to be drawn.</param>
    /// <param name="rows">The figures as they may be shown; a row whose value is hidden, or no row, is a gap.</param>
    /// <param name="reached">The last day of which something can be known: an interval that ends after it is not complete.</param>
    public static Chart Of(FigureQuery query, ChartParameters parameters, IReadOnlyList<IndicatorValue> rows, DateOnly reached)
    {
        var indicator = query.Indicators[0];
        var ofSeries = rows.Where(row => row.Member == parameters.Member).ToDictionary(row => row.From);
        var intervals = query.Interval.Of(query.Days).Select(interval => (interval.Label, interval.Days, Row: ofSeries.GetValueOrDefault(interval.Days.From))).ToList();
        var judged = intervals.Select(interval => interval.Days.To <= reached ? interval.Row?.Value : null).ToList();
        var starts = parameters.Rebase.Select(day => intervals.FindIndex(interval => interval.Days.From >= day));
        var stretches = Stretch.Of(judged, starts, parameters.Baseline, parameters.Screen);

        string When(int place) => ChartSentences.When(query.Interval, intervals[place].Label, intervals[place].Days.From);
        var latest = judged.FindLastIndex(value => value is not null);
        string Found(Signal signal) => ChartSentences.Of(signal, When(signal.Points[0]), When(signal.Points[^1]), signal.Points[^1] == latest);

        var points = stretches.SelectMany(stretch => stretch.Values.Select((value, within) =>
        {
            var place = stretch.First + within;
            var (label, days, row) = intervals[place];
            var signal = stretch.Signals[within];
            var isComplete = days.To <= reached;
            return new ChartPoint
            {
                Period = label, From = days.From, To = days.To, Value = row?.Value, Symbol = row?.Symbol, IsComplete = isComplete,
                MovingRange = stretch.Ranges[within],
                Mean = Rounded(stretch.Limits?.Mean), Lower = Rounded(stretch.Limits?.Lower), Upper = Rounded(stretch.Limits?.Upper),
                Target = row?.Target,
                Rule = signal is null ? null : ChartWords.Of(signal.Rule),
                RuleFrom = signal is null ? null : intervals[signal.Points[0]].Label,
                RuleTo = signal is null ? null : intervals[signal.Points[^1]].Label,
                RulePoints = signal?.Points.Count,
                Variation = value is null ? null : ChartWords.Of(Verdicts.Of(signal, indicator.Polarity)),
                Sentence = signal is not null ? Found(signal) : !isComplete && row?.Value is not null ? ChartSentences.NotComplete(When(place)) : null,
            };
        })).ToList();

        ChartVerdict Verdict()
        {
            if (latest < 0) return new ChartVerdict(null, null, ChartSentences.NothingToJudge, null, null);
            var stretch = stretches.Last(stretch => stretch.First <= latest);
            var signal = stretch.Signals[latest - stretch.First];
            var variation = Verdicts.Of(signal, indicator.Polarity);
            var target = intervals[latest].Row?.Target;
            var assurance = Verdicts.Of(stretch.Limits, target, indicator.Polarity);
            return new ChartVerdict(
                intervals[latest].Label, ChartWords.Of(variation), ChartSentences.Of(variation, signal is null ? null : Found(signal), When(latest), stretch.IsTrial),
                assurance is { } verdict ? ChartWords.Of(verdict) : null, assurance is { } word ? ChartSentences.Of(word, target!.Value) : null);
        }

        return new Chart
        {
            Indicator = indicator.Code, Unit = Words.Of(indicator.Unit), Polarity = Words.Of(indicator.Polarity), Interval = query.Interval.Name,
            By = parameters.Member is null ? null : query.By, Member = parameters.Member, Agency = query.Agency, KnownAt = query.Knowledge,
            Target = latest < 0 ? null : points[latest].Target, Baseline = parameters.Baseline, Screen = parameters.Screen,
            Stretches =
            [
                .. stretches.Select(stretch => new ChartStretch(
                    intervals[stretch.First].Days.From, intervals[stretch.First + stretch.Values.Count - 1].Days.To,
                    Rounded(stretch.Limits?.Mean), Rounded(stretch.Limits?.Lower), Rounded(stretch.Limits?.Upper), stretch.Limits?.PointsUsed ?? 0, stretch.IsTrial)),
            ],
            Points = points,
            Latest = Verdict(),
        };
    }

    private static decimal? Rounded(decimal? number) => number is { } there ? Rounding.ToTwoPlaces(there) : null;
}
