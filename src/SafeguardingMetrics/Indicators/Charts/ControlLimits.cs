namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>
/// The mean and the natural limits of a process, from its values and the moving ranges between successive ones (an XmR chart), as NHS England's
/// Making Data Count draws it: limits at 2.66 average moving ranges from the mean, near limits at two thirds of that.
/// </summary>
/// <remarks>
/// Kept as sums and counts: whether a value lies beyond a limit is decided by multiplying, which decimals do exactly, and never by a quotient
/// that was rounded. So a value that equals its limit, or the mean, is known to.
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

    /// <summary>How many values they rest on.</summary>
    public int PointsUsed { get; }

    /// <summary>The mean.</summary>
    public decimal Mean => sum / PointsUsed;

    /// <summary>The average moving range; null where no two values follow one another.</summary>
    public decimal? AverageRange => rangeCount == 0 ? null : rangeSum / rangeCount;

    /// <summary>The lower process limit; it can lie below what is possible, and is not clipped. Null where there is no moving range.</summary>
    public decimal? Lower => Mean - Limit * AverageRange;

    /// <summary>The upper process limit.</summary>
    public decimal? Upper => Mean + Limit * AverageRange;

    /// <summary>The limits of the values, in their order; null where there are none. Null among them is a gap, across which no range is taken.</summary>
    /// <param name="values">The values.</param>
    /// <param name="screen">True to leave out, once, moving ranges of 3.267 times their average or more (Nelson 1982).</param>
    public static ControlLimits? Calculate(IReadOnlyList<decimal?> values, bool screen = false)
    {
        var points = values.OfType<decimal>().ToList();
        if (points.Count == 0) return null;
        var ranges = GetMovingRanges(values).OfType<decimal>().ToList();
        var sum = ranges.Sum();
        // Of a process that stands still every range equals the average of nought, and none is an outlier.
        if (screen && sum > 0) ranges = [.. ranges.Where(range => range * ranges.Count < Outlying * sum)];
        return new ControlLimits(points.Sum(), points.Count, ranges.Sum(), ranges.Count);
    }

    /// <summary>For each value how far it lies from the one before; null where either is not there.</summary>
    public static IReadOnlyList<decimal?> GetMovingRanges(IReadOnlyList<decimal?> values) =>
        [.. values.Select((value, place) => place > 0 && value is { } here && values[place - 1] is { } before ? (decimal?)Math.Abs(here - before) : null)];

    /// <summary>1 above the mean, -1 below it, 0 on it.</summary>
    public int SideOf(decimal value) => (value * PointsUsed).CompareTo(sum);

    /// <summary>True where the value lies above the upper or below the lower limit; on it is not beyond it.</summary>
    public bool IsBeyond(decimal value) => IsFurther(value, 3);

    /// <summary>True where the value lies beyond a near limit, at two thirds of the way to the limit.</summary>
    public bool IsBeyondNear(decimal value) => IsFurther(value, 2);

    // |value - mean| > thirds/3 × 2.66 × average range, with every divisor brought to the other side.
    private bool IsFurther(decimal value, int thirds) =>
        rangeCount > 0 && Math.Abs(value * PointsUsed - sum) * rangeCount * 3 > thirds * Limit * rangeSum * PointsUsed;
}
