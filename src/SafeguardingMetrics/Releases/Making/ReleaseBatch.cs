using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Releases.Store;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>The indicators, made of the same datasets, of which an interval is released on one day.</summary>
/// <param name="Indicators">Each with its release before; null where this is the first.</param>
/// <param name="Interval">month, quarter or financial-year.</param>
/// <param name="Days">The interval's days.</param>
/// <param name="At">The instant of the release.</param>
/// <param name="IsComplete">False where a return is missing or held.</param>
internal sealed record ReleaseBatch(
    IReadOnlyList<(Indicator Indicator, FigureRelease? Before)> Indicators, Interval Interval, Period Days, DateTimeOffset At,
    bool IsComplete)
{
    /// <summary>The question for figures as they are known at the instant of the release.</summary>
    public FigureSelection Selection { get; } = new(Days, Interval, At) { KnownAt = At };
}
