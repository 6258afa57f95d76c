namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>Points of a chart with one mean, one pair of limits and rules of their own.</summary>
public sealed class ProcessPhase
{
    /// <summary>Below so many points the limits are trial limits: each further point still moves them.</summary>
    public const int MinPointsForFinalLimits = 13;

    private ProcessPhase(int first, IReadOnlyList<decimal?> values, ControlLimits? limits)
    {
        First = first;
        Values = values;
        Limits = limits;
        Ranges = ControlLimits.GetMovingRanges(values);
        Signals = limits is null
            ? new Signal?[values.Count]
            : [.. SpcRules.Evaluate(values, limits).Select(signal => signal is null ? null : signal with { Points = [.. signal.Points.Select(place => place + first)] })];
    }

    /// <summary>The place of its first point in the whole chart.</summary>
    public int First { get; }

    /// <summary>Its values; null is a gap.</summary>
    public IReadOnlyList<decimal?> Values { get; }

    /// <summary>The moving ranges; the first point has none, whatever lies before the stretch.</summary>
    public IReadOnlyList<decimal?> Ranges { get; }

    /// <summary>What each point is a signal of; the points are places in the whole chart.</summary>
    public IReadOnlyList<Signal?> Signals { get; }

    /// <summary>Mean and limits; null where there is no value.</summary>
    public ControlLimits? Limits { get; }

    /// <summary>True where it has fewer than thirteen values.</summary>
    public bool IsTrial => Values.Count(value => value is not null) < MinPointsForFinalLimits;

    /// <summary>The stretches of a chart.</summary>
    /// <param name="values">The values in the order of time, null where there is none.</param>
    /// <param name="starts">The places at which a new stretch begins, besides the first.</param>
    /// <param name="baseline">In each stretch only the first so many values make the mean and the limits; all of them where null.</param>
    /// <param name="screen">Whether outlying moving ranges are left out.</param>
    public static IReadOnlyList<ProcessPhase> Create(IReadOnlyList<decimal?> values, IEnumerable<int>? starts = null, int? baseline = null, bool screen = false)
    {
        int[] bounds = [.. (starts ?? []).Where(start => start > 0 && start < values.Count).Append(0).Append(values.Count).Distinct().Order()];
        return
        [
            .. bounds.Zip(bounds.Skip(1), (from, to) =>
            {
                decimal?[] ofStretch = [.. values.Skip(from).Take(to - from)];
                return new ProcessPhase(from, ofStretch, ControlLimits.Calculate(Baseline(ofStretch, baseline), screen));
            }),
        ];
    }

    private static IReadOnlyList<decimal?> Baseline(IReadOnlyList<decimal?> values, int? points)
    {
        if (points is null) return values;
        var counted = 0;
        return [.. values.TakeWhile(value => value is null || counted++ < points)];
    }
}
