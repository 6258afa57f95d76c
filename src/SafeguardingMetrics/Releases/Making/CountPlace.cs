using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>A count of a release, as the check knows it.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Dimension">The breakdown.</param>
/// <param name="Member">The member; empty for the total.</param>
/// <param name="Role">The numerator or the denominator.</param>
internal readonly record struct CountPlace(string Indicator, string Dimension, string Member, CountRole Role);
