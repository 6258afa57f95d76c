using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Schedule;

namespace SafeguardingMetrics.Figures;

/// <summary>One figure with the counts that it is made of, before it is decided what of it may be shown.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Label">The interval's label.</param>
/// <param name="Days">The interval's days.</param>
/// <param name="Member">The member of the breakdown; null for the total.</param>
/// <param name="Counts">The counts; null where a dataset that the indicator is made of has no return that covers a day
/// of the interval.</param>
/// <param name="Coverage">Which returns the figure rests on, and which were expected.</param>
public sealed record Figure(
    Indicator Indicator,
    string Label,
    Period Days,
    string? Member,
    IndicatorCounts? Counts,
    FigureCoverage Coverage)
{
    /// <summary>For a length of time, how many are still waiting; otherwise null.</summary>
    public decimal? Waiting { get; init; }

    /// <summary>The member of the second breakdown, where two are crossed; otherwise null.</summary>
    public string? SecondMember { get; init; }
}

/// <summary>The members of the one or two breakdowns of a figure; empty where there is no breakdown.</summary>
/// <param name="First">The member of the first breakdown.</param>
/// <param name="Second">The member of the second breakdown.</param>
internal readonly record struct FigureMember(string First, string Second);
