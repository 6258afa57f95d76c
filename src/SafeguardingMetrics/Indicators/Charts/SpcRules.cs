namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>
/// Finds special-cause variation in one phase of a chart. A gap ends every run: a run consists of points that follow
/// one another in time.
/// </summary>
public static class SpcRules
{
    private const int RunLength = 7;

    /// <summary>For each value the signal that it belongs to, or null.</summary>
    public static IReadOnlyList<Signal?> Evaluate(IReadOnlyList<decimal?> values, ControlLimits limits)
    {
        var signals = new Signal?[values.Count];
        foreach (var found in new[] { Beyond(values, limits), Trends(values), TwoOfThree(values, limits), Shifts(values, limits) })
        {
            // Where two signals of one rule share a point, the point belongs to the later signal: at a peak, the fall
            // that follows.
            var ofRule = new Signal?[values.Count];
            foreach (var signal in found)
                foreach (var place in signal.Points)
                    ofRule[place] = signal;
            for (var place = 0; place < signals.Length; place++) signals[place] ??= ofRule[place];
        }

        return signals;
    }

    private static IEnumerable<Signal> Beyond(IReadOnlyList<decimal?> values, ControlLimits limits)
    {
        for (var place = 0; place < values.Count; place++)
            if (values[place] is { } value && limits.IsBeyond(value))
                yield return new Signal(ChartRule.BeyondLimit, limits.SideOf(value), [place]);
    }

    private static IEnumerable<Signal> Trends(IReadOnlyList<decimal?> values)
    {
        // Steps between points: six equal steps in a row join seven points.
        var steps = values.Select((_, place) => GetStep(values, place)).ToList();
        return Runs(steps, RunLength - 1).Select(run => new Signal(ChartRule.Trend, steps[run.First], GetIndexes(run.First - 1, run.Last)));
    }

    private static int GetStep(IReadOnlyList<decimal?> values, int place) =>
        place > 0 && values[place] is { } current && values[place - 1] is { } previous ? current.CompareTo(previous) : 0;

    private static IEnumerable<Signal> TwoOfThree(IReadOnlyList<decimal?> values, ControlLimits limits)
    {
        bool IsNear(int place) => values[place] is { } value && limits.IsBeyondNear(value) && !limits.IsBeyond(value);
        for (var last = 2; last < values.Count; last++)
        {
            var side = SideOf(values[last], limits);
            if (side == 0 || SideOf(values[last - 1], limits) != side || SideOf(values[last - 2], limits) != side) continue;
            int[] near = [.. GetIndexes(last - 2, last).Where(IsNear)];
            if (near.Length >= 2) yield return new Signal(ChartRule.TwoOfThree, side, near);
        }
    }

    private static IEnumerable<Signal> Shifts(IReadOnlyList<decimal?> values, ControlLimits limits)
    {
        var sides = values.Select(value => SideOf(value, limits)).ToList();
        return Runs(sides, RunLength).Select(run => new Signal(ChartRule.Shift, sides[run.First], GetIndexes(run.First, run.Last)));
    }

    // A gap lies on neither side of the mean.
    private static int SideOf(decimal? value, ControlLimits limits) => value is { } number ? limits.SideOf(number) : 0;

    private static IEnumerable<(int First, int Last)> Runs(List<int> signs, int least)
    {
        for (var first = 0; first < signs.Count;)
        {
            var last = first;
            while (last + 1 < signs.Count && signs[last + 1] == signs[first]) last++;
            if (signs[first] != 0 && last - first + 1 >= least) yield return (first, last);
            first = last + 1;
        }
    }

    private static int[] GetIndexes(int first, int last) => [.. Enumerable.Range(first, last - first + 1)];
}

/// <summary>
/// The four rules of special-cause variation, in order of precedence: a point belongs to the first rule that applies.
/// </summary>
public enum ChartRule
{
    /// <summary>A point beyond a process limit.</summary>
    BeyondLimit,

    /// <summary>Seven or more points in a row, each above the previous one, or each below it.</summary>
    Trend,

    /// <summary>
    /// Of three points in a row on one side of the mean, two or more between the near limit and the process limit.
    /// These points make up the rule.
    /// </summary>
    TwoOfThree,

    /// <summary>Seven or more points in a row on one side of the mean. A point on the mean ends the run.</summary>
    Shift,
}

/// <summary>A rule that applies to a point.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Direction">1 where values are high or rising, -1 where they are low or falling.</param>
/// <param name="Points">The indexes of the points that make up the rule, in order.</param>
public sealed record Signal(ChartRule Rule, int Direction, IReadOnlyList<int> Points);
