namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>
/// A stretch of a chart ("phase" in statistical process control): consecutive points with one mean, one pair of limits
/// and their own runs.
/// </summary>
public sealed class ProcessPhase
{
    /// <summary>With fewer points the limits are trial limits, since each further point still moves them.</summary>
    public const int MinPointsForFinalLimits = 13;

    /// <summary>How many values a baseline has, unless gaps ask for more.</summary>
    public const int BaselinePoints = 12;

    /// <summary>The fewest moving ranges that limits rest on.</summary>
    public const int FewestRanges = 10;

    /// <summary>How many values in a row on one side of the mean say that the level has changed.</summary>
    public const int ChangedLevel = 9;

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

    /// <summary>
    /// Divides the values of a chart into phases that can be judged. The limits are those of a baseline and stay as they are, so that later
    /// bad months do not make themselves usual: the first <see cref="BaselinePoints"/> values where there are more, and as many more as
    /// gaps ask for. There are none where they would rest on fewer than <see cref="FewestRanges"/> moving ranges or have no width.
    /// </summary>
    /// <param name="values">The values in the order of time; null is a gap.</param>
    /// <param name="starts">The indexes at which a new phase begins, besides the first.</param>
    /// <param name="baseline">How many values at the beginning of each phase give the limits; null for as said above.</param>
    /// <param name="screen">True to leave outlying moving ranges out of the limits.</param>
    public static IReadOnlyList<ProcessPhase> CreateJudged(
        IReadOnlyList<decimal?> values, IEnumerable<int> starts, int? baseline, bool screen) =>
    [
        .. Create(values, starts).Select(phase =>
        {
            var used = Baseline(phase.Values, baseline ?? FindBaseline(phase.Values));
            var ranges = ControlLimits.GetMovingRanges(used).Count(range => range is not null);
            var limits = ranges < FewestRanges ? null : ControlLimits.Calculate(used, screen);
            return new ProcessPhase(phase.First, phase.Values, limits?.AverageRange > 0 ? limits : null);
        }),
    ];

    // Null for all values: there are no more than a baseline has.
    private static int? FindBaseline(IReadOnlyList<decimal?> values)
    {
        var ranges = ControlLimits.GetMovingRanges(values);
        var (points, counted) = (0, 0);
        for (var place = 0; place < values.Count; place++)
        {
            if (values[place] is null) continue;
            if (points >= BaselinePoints && counted >= FewestRanges) return points;
            points++;
            if (ranges[place] is not null) counted++;
        }

        return null;
    }

    private static IReadOnlyList<decimal?> Baseline(IReadOnlyList<decimal?> values, int? points)
    {
        if (points is null) return values;
        var counted = 0;
        return [.. values.TakeWhile(value => value is null || counted++ < points)];
    }
}
