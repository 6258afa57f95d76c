using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Releases.Timetable;

/// <summary>
/// The days on which an interval is released: when its figures are settled, three months later, and three months after the last
/// month of its financial year was settled; at most three, each at the first instant of its day in England.
/// </summary>
internal static class ReleaseDays
{
    /// <summary>For how many days a first release waits for returns that are missing or held.</summary>
    public const int LongestWait = 20;

    /// <summary>The most releases of one interval.</summary>
    public const int Most = 3;

    private const int MonthsBetween = 3;

    /// <summary>The days on which an interval would be released if nothing was missing, in order.</summary>
    /// <param name="lastDay">The interval's last day.</param>
    /// <param name="settledAfterDays">How many days after its end its figures are settled.</param>
    public static IReadOnlyList<DateOnly> List(DateOnly lastDay, int settledAfterDays)
    {
        var first = lastDay.AddDays(settledAfterDays);
        var yearEnd = Interval.FinancialYear.GetPeriodContaining(lastDay).To;
        var last = yearEnd.AddDays(settledAfterDays).AddMonths(MonthsBetween);
        return [.. new[] { first, first.AddMonths(MonthsBetween), last }.Distinct().Order()];
    }

    /// <summary>
    /// The days on which the first release may be made, the earliest first: from the settled day, or from the day after the first
    /// return if that came later. On the last of them it is made whatever is missing.
    /// </summary>
    /// <param name="settledOn">The day on which the figures are settled.</param>
    /// <param name="knownSince">The day on which the first return for the interval came.</param>
    public static Period GetFirst(DateOnly settledOn, DateOnly knownSince)
    {
        var from = knownSince < settledOn ? settledOn : knownSince.AddDays(1);
        return new Period(from, from.AddDays(LongestWait));
    }

    /// <summary>The day of the release that follows others; null where there is none.</summary>
    /// <param name="planned">The days on which the interval would be released if nothing was missing.</param>
    /// <param name="made">How many releases there are, at least one.</param>
    /// <param name="madeLast">The day of the last of them.</param>
    public static DateOnly? FindNext(IReadOnlyList<DateOnly> planned, int made, DateOnly madeLast)
    {
        if (made >= Most) return null;
        // Records of long ago that were sent afterwards are corrected once more as well.
        var isLate = made == 1 && madeLast > planned[0].AddDays(LongestWait);
        var days = planned.Skip(1).Concat(isLate ? [madeLast.AddMonths(MonthsBetween)] : []);
        return days.Where(day => day > madeLast).Order().Cast<DateOnly?>().FirstOrDefault();
    }
}
