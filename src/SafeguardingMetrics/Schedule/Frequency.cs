using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>How often a return is owed: for each whole interval of that name, or never.</summary>
public static class Frequency
{
    /// <summary>Nothing is expected, as of a school in its holidays or an agency that has left.</summary>
    public const string None = "none";

    /// <summary>All of them, from the shortest; days, weeks from Monday, calendar months and quarters are cut as figures are.</summary>
    public static IReadOnlyList<string> All { get; } = [Interval.Day.Name, Interval.Week.Name, Interval.Month.Name, Interval.Quarter.Name, None];
}
