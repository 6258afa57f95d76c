using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>A month, quarter or financial year of one indicator, of which there are releases.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Interval">Its kind.</param>
/// <param name="Days">Its days.</param>
public sealed record ReleasedInterval(Indicator Indicator, Interval Interval, Period Days);
