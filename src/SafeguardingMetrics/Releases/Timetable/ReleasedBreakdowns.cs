using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Releases.Timetable;

/// <summary>
/// By which breakdowns an interval's figures are released. Months that are told apart by many breakdowns describe single children, so
/// teams and what a child is are told by quarter and by financial year, and ethnicity by financial year.
/// </summary>
internal static class ReleasedBreakdowns
{
    /// <summary>The intervals that are released; all others are added up from them.</summary>
    public static IReadOnlyList<Interval> Intervals { get; } = [Interval.Month, Interval.Quarter, Interval.FinancialYear];

    /// <summary>The dimension under which an indicator's released rows by a breakdown are kept.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="by">The breakdown by any of its names.</param>
    public static string GetDimension(Indicator indicator, string by) =>
        (indicator as DatasetIndicator)?.Dataset.FindDimension(by) ?? by;

    /// <summary>True where an indicator is released by a breakdown for intervals of some length.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="by">The breakdown by any of its names.</param>
    /// <param name="interval">A month, quarter or financial year.</param>
    public static bool IsReleased(Indicator indicator, string by, Interval interval)
    {
        if (!indicator.IsAboutChildren) return true;
        var dimension = GetDimension(indicator, by);
        if (dimension == Dimension.Ethnicity) return interval == Interval.FinancialYear;
        return interval != Interval.Month || (!Dimension.ForChildren.Contains(dimension) && !IsOfTeams(indicator, dimension));
    }

    /// <summary>True where members are what senders write and are no places: teams and providers, which are small.</summary>
    public static bool IsOfTeams(Indicator indicator, string dimension) =>
        Dimension.IsOfRecords(dimension) && dimension != Dimension.Locality
        && indicator.Datasets.Any(dataset => dataset.FindDimension(dimension) is { } stored && dataset.ListCodes(stored) is null);
}
