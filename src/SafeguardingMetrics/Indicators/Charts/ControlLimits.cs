namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>
/// The mean and the process limits of an XmR chart, as NHS England's Making Data Count calculates them: limits at 2.66
/// average moving ranges from the mean, near limits at two thirds of that distance.
/// </summary>
/// <remarks>
/// The class keeps sums and counts instead of quotients. Whether a value lies beyond a limit is decided by
/// multiplication, which is exact for decimals; so a value equal to the limit or the mean is recognised as equal.
/// </remarks>
public sealed class ControlLimits
{
    private const decimal Limit = 2.66m;
    private const decimal Outlying = 3.267m;

    private readonly decimal sum;
    private readonly decimal rangeSum;
    private readonly int rangeCount;

    private ControlLimits(decimal sum, int count, decimal rangeSum, int rangeCount)
    {
        this.sum = sum;
        this.rangeSum = rangeSum;
        this.rangeCount = rangeCount;
        PointsUsed = count;
    }

    /// <summary>How many values the limits are calculated from.</summary>
    public int PointsUsed { get; }

    /// <summary>The mean of the values.</summary>
    public decimal Mean => sum / PointsUsed;

    /// <summary>The average moving range; null where no two values follow one another.</summary>
    public decimal? AverageRange => rangeCount == 0 ? null : rangeSum / rangeCount;

    /// <summary>
    /// The lower process limit, not clipped: it can lie below the least possible value. Null without a moving range.
    /// </summary>
    public decimal? Lower => Mean - Limit * AverageRange;

    /// <summary>The upper process limit, not clipped. Null without a moving range.</summary>
    public decimal? Upper => Mean + Limit * AverageRange;

    /// <summary>Calculates the limits; null where there are no values.</summary>
    /// <param name="values">The values in the order of time. Null is a gap, across which no moving range is
    /// taken.</param>
    /// <param name="screen">True to leave out, once, moving ranges of 3.267 times their average or more (Nelson
    /// 1982).</param>
    public static ControlLimits? Calculate(IReadOnlyList<decimal?> values, bool screen = false)
    {
        var points = values.OfType<decimal>().ToList();
        if (points.Count == 0) return null;
        var ranges = GetMovingRanges(values).OfType<decimal>().ToList();
        var sum = ranges.Sum();
        // Where all values are equal, every range is 0, equals the average and is no outlier.
        if (screen && sum > 0) ranges = [.. ranges.Where(range => range * ranges.Count < Outlying * sum)];
        return new ControlLimits(points.Sum(), points.Count, ranges.Sum(), ranges.Count);
    }

    /// <summary>For each value its distance from the previous value; null where either is missing.</summary>
    public static IReadOnlyList<decimal?> GetMovingRanges(IReadOnlyList<decimal?> values) =>
    [
        .. values.Select((value, i) =>
            i > 0 && value is { } current && values[i - 1] is { } previous ? (decimal?)Math.Abs(current - previous) : null),
    ];

    /// <summary>1 where the value lies above the mean, -1 below it, 0 on it.</summary>
    public int SideOf(decimal value) => (value * PointsUsed).CompareTo(sum);

    /// <summary>
    /// True where the value lies above the upper or below the lower limit. A value on a limit is not beyond it.
    /// </summary>
    public bool IsBeyond(decimal value) => IsFurther(value, 3);

    /// <summary>
    /// True where the value lies beyond a near limit, which is two thirds of the way from the mean to the process
    /// limit.
    /// </summary>
    public bool IsBeyondNear(decimal value) => IsFurther(value, 2);

    // |value - mean| > thirds/3 × 2.66 × average range, with both sides multiplied by all divisors.
    private bool IsFurther(decimal value, int thirds) =>
        rangeCount > 0 && Math.Abs(value * PointsUsed - sum) * rangeCount * 3 > thirds * Limit * rangeSum * PointsUsed;
}
