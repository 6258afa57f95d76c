using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Measures;

namespace SafeguardingMetrics.Indicators.Figures;

/// <summary>Which figures are asked for.</summary>
/// <param name="Dataset">The dataset that feeds the indicators.</param>
/// <param name="Indicators">The indicators, of that dataset.</param>
/// <param name="Days">The days; every whole interval that shares one of them is answered.</param>
/// <param name="Interval">How time is cut.</param>
/// <param name="By">A <see cref="Dimension"/>.</param>
/// <param name="Agency">Only this agency's, or null for the partnership's.</param>
/// <param name="KnownAt">What was known at this instant; null for what is known now, whatever the clock says.</param>
/// <param name="AskedAt">The instant of the question.</param>
public sealed record FigureQuery(Dataset Dataset, IReadOnlyList<Indicator> Indicators, Period Days, Interval Interval, string By, string? Agency, DateTimeOffset? KnownAt, DateTimeOffset AskedAt)
{
    /// <summary>From the first day of the first interval to the last of the last.</summary>
    public Period Reach { get; } = new(Interval.Around(Days.From).From, Interval.Around(Days.To).To);

    /// <summary>The instant whose knowledge the answer is.</summary>
    public DateTimeOffset Knowledge => KnownAt ?? AskedAt;

    /// <summary>True where members are told apart by the agency that sent the return.</summary>
    public bool IsByReturn => By is Dimension.Agency or Dimension.Sector;

    /// <summary>The dimension of the cells that answer.</summary>
    public string CellDimension => IsByReturn ? Dimension.All : By;
}
