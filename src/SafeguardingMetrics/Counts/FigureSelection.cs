using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Counts;

/// <summary>Which figures are asked for, whichever indicators they are of.</summary>
/// <param name="Days">The days. Every whole interval that shares one of them is answered.</param>
/// <param name="Interval">How time is cut.</param>
/// <param name="AskedAt">The instant of the question.</param>
public sealed record FigureSelection(Period Days, Interval Interval, DateTimeOffset AskedAt)
{
    /// <summary>
    /// The breakdown by the name it was asked for, which rows repeat: <c>risk-grade</c>, or the dimension that it is
    /// stored under.
    /// </summary>
    public string By { get; init; } = Dimension.All;

    /// <summary>A second breakdown, crossed with the first; null where there is none.</summary>
    public string? SecondBy { get; init; }

    /// <summary>Only this agency's figures; null for the partnership's.</summary>
    public string? Agency { get; init; }

    /// <summary>What was known at this instant; null for what is known now, whatever the clock says.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>Only intervals whose figures may have changed since this instant; null for all.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>From the first day of the first interval to the last day of the last.</summary>
    public Period Reach => new(Interval.GetPeriodContaining(Days.From).From, Interval.GetPeriodContaining(Days.To).To);

    /// <summary>The intervals asked for, oldest first.</summary>
    public IEnumerable<(string Label, Period Days)> Intervals => Interval.Split(Days);

    /// <summary>The instant whose knowledge the answer is.</summary>
    public DateTimeOffset Knowledge => KnownAt ?? AskedAt;

    /// <summary>True where members are told apart by the agency that sent the return.</summary>
    public bool IsByReturn => Dimension.ForReturns.Contains(By) || (SecondBy is not null && Dimension.ForReturns.Contains(SecondBy));
}
