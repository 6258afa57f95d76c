namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>
/// A stretch of a chart ("phase" in statistical process control): consecutive points with one mean, one pair of limits
/// and their own runs.
/// </summary>
public sealed class ProcessPhase
{
    /// <summary>With fewer points the limits are trial limits, since each further point still moves them.</summary>
    public const int MinPointsForFinalLimits = 13;

    private ProcessPhase(int first, IReadOnlyList<decimal?> values, ControlLimits? limits)
    {
        First = first;
        Values = values;
        Limits = limits;
        Ranges = ControlLimits.GetMovingRanges(values);
        Signals = limits is null ? new Signal?[values.Count] : [.. SpcRules.Evaluate(values, limits).Select(Shift)];

        Signal? Shift(Signal? signal) =>
            signal is null ? null : signal with { Points = [.. signal.Points.Select(index => index + first)] };
    }

    /// <summary>The index of the phase's first point in the whole chart.</summary>
    public int First { get; }

    /// <summary>The values in the order of time; null is a gap.</summary>
    public IReadOnlyList<decimal?> Values { get; }

    /// <summary>The moving ranges. The first point has none, whatever precedes the phase.</summary>
    public IReadOnlyList<decimal?> Ranges { get; }

    /// <summary>The signal of each point, or null. Their point indexes refer to the whole chart.</summary>
    public IReadOnlyList<Signal?> Signals { get; }

    /// <summary>
    /// The signal that a point is marked by; null where it is marked by none. A trend crosses the mean: the points that lie on the other
    /// side of it than the trend leads to are no better or worse than usual.
    /// </summary>
    /// <param name="place">The point's index in the phase.</param>
    public Signal? GetMark(int place) =>
        Signals[place] is { } signal && Values[place] is { } value && Limits!.SideOf(value) == signal.Direction ? signal : null;

    /// <summary>The mean and the limits; null where the phase has no value.</summary>
    public ControlLimits? Limits { get; }

    /// <summary>True where the phase has fewer than 13 values.</summary>
    public bool IsTrial => Values.Count(value => value is not null) < MinPointsForFinalLimits;

    /// <summary>Divides the values of a chart into phases.</summary>
    /// <param name="values">The values in the order of time; null is a gap.</param>
    /// <param name="starts">The indexes at which a new phase begins, besides the first.</param>
    /// <param name="baseline">How many values at the beginning of each phase give the limits; null for all.</param>
    /// <param name="screen">True to leave outlying moving ranges out of the limits.</param>
    public static IReadOnlyList<ProcessPhase> Create(
        IReadOnlyList<decimal?> values, IEnumerable<int>? starts = null, int? baseline = null, bool screen = false)
    {
        var inner = (starts ?? []).Where(start => start > 0 && start < values.Count);
        int[] bounds = [.. inner.Append(0).Append(values.Count).Distinct().Order()];
        return
        [
            .. bounds.Zip(bounds.Skip(1), (from, to) =>
            {
                decimal?[] phase = [.. values.Skip(from).Take(to - from)];
                return new ProcessPhase(from, phase, ControlLimits.Calculate(Baseline(phase, baseline), screen));
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
