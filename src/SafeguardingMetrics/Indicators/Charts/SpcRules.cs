namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>Finds what is more than noise in one stretch of a chart. A gap ends every run: only points that follow one another in time make one.</summary>
public static class SpcRules
{
    private const int RunLength = 7;

    /// <summary>For each value the signal it belongs to, or null.</summary>
    public static IReadOnlyList<Signal?> Evaluate(IReadOnlyList<decimal?> values, ControlLimits limits)
    {
        var signals = new Signal?[values.Count];
        foreach (var found in new[] { Beyond(values, limits), Trends(values), TwoOfThree(values, limits), Shifts(values, limits) })
        {
            // Of one rule's overlapping finds the later one is a point's: at a peak, the fall that follows.
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
            if (values[place] is { } value && limits.IsBeyond(value)) yield return new Signal(ChartRule.BeyondLimit, limits.SideOf(value), [place]);
    }

    private static IEnumerable<Signal> Trends(IReadOnlyList<decimal?> values)
    {
        // Steps, of which a run of six joins seven points.
        var steps = values.Select((value, place) => place > 0 && value is { } here && values[place - 1] is { } before ? here.CompareTo(before) : 0).ToList();
        return Runs(steps, RunLength - 1).Select(run => new Signal(ChartRule.Trend, steps[run.First], GetIndexes(run.First - 1, run.Last)));
    }

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

    // Nothing is on neither side.
    private static int SideOf(decimal? value, ControlLimits limits) => value is { } there ? limits.SideOf(there) : 0;

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
