using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>A stored count of one dataset that an indicator is made of.</summary>
/// <param name="Indicator">The dataset's own indicator, under whose code the count is stored.</param>
/// <param name="Role">Its numerator or its denominator.</param>
public sealed record CountInput(DatasetIndicator Indicator, CountRole Role)
{
    /// <summary>The dataset whose records are counted.</summary>
    public Dataset Dataset => Indicator.Dataset;
}
