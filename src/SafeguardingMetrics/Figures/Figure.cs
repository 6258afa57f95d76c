using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Schedule;

namespace SafeguardingMetrics.Figures;

/// <summary>One figure with what it was made of, before it is written as a row.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Label">The interval's label.</param>
/// <param name="Days">The interval's days.</param>
/// <param name="Member">The member of the breakdown; null for the total.</param>
/// <param name="Counts">The counts; null where no return covers a day of the interval.</param>
/// <param name="Coverage">What the figure rests on.</param>
public sealed record Figure(Indicator Indicator, string Label, Period Days, string? Member, IndicatorCounts? Counts, FigureCoverage Coverage)
{
    /// <summary>Of a length of time, how many still wait; otherwise null.</summary>
    public decimal? Waiting { get; init; }

    /// <summary>The member of the second breakdown, where two are crossed; otherwise null.</summary>
    public string? SecondMember { get; init; }
}
