using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>How often an agency sends a return: for each whole interval of that name, or never.</summary>
public static class Frequency
{
    /// <summary>
    /// No return is expected, for example from a school in its holidays or from an agency that has left.
    /// </summary>
    public const string None = "none";

    /// <summary>
    /// All frequencies, from the shortest interval. Days, weeks (from Monday), calendar months and quarters are the
    /// same as those of figures.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
        [Interval.Day.Name, Interval.Week.Name, Interval.Month.Name, Interval.Quarter.Name, None];
}
