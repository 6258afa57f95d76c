using System.Globalization;

namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>A way to divide time into intervals. Each figure belongs to one whole interval.</summary>
/// <remarks>
/// Rolling twelve months and the year to date overlap: there is one interval for each month, and it ends with that
/// month. All other intervals follow one another without gaps.
/// </remarks>
public sealed record Interval
{
    private readonly Func<DateOnly, DateOnly> stepOf;
    private readonly Func<DateOnly, DateOnly> next;
    private readonly Func<DateOnly, Period>? reach;
    private readonly Func<Period, string> label;

    private Interval(
        string name,
        Func<DateOnly, DateOnly> stepOf,
        Func<DateOnly, DateOnly> next,
        Func<Period, string> label,
        bool isOfMonths = true,
        Func<DateOnly, Period>? reach = null)
    {
        Name = name;
        IsWholeMonths = isOfMonths;
        this.stepOf = stepOf;
        this.next = next;
        this.reach = reach;
        this.label = label;
    }

    /// <summary>Days.</summary>
    public static Interval Day { get; } =
        new("day", day => day, day => day.AddDays(1), days => $"{days.From:yyyy-MM-dd}", isOfMonths: false);

    /// <summary>Weeks from Monday to Sunday, numbered as ISO 8601 does.</summary>
    public static Interval Week { get; } = new("week", Period.WeekOf, day => day.AddDays(7), FormatWeek, isOfMonths: false);

    /// <summary>Calendar months.</summary>
    public static Interval Month { get; } = new("month", Period.MonthOf, day => day.AddMonths(1), days => $"{days.From:yyyy-MM}");

    /// <summary>Calendar quarters. The quarters of the financial year are the same.</summary>
    public static Interval Quarter { get; } = new("quarter", StartOfQuarter, day => day.AddMonths(3), FormatQuarter);

    /// <summary>Calendar years.</summary>
    public static Interval Year { get; } =
        new("year", day => new DateOnly(day.Year, 1, 1), day => day.AddYears(1), days => $"{days.From:yyyy}");

    /// <summary>Financial years, from April to March.</summary>
    public static Interval FinancialYear { get; } = new("financial-year", day => StartOfYear(4, day), day => day.AddYears(1), FormatYears);

    /// <summary>Academic years, from September to August.</summary>
    public static Interval AcademicYear { get; } = new("academic-year", day => StartOfYear(9, day), day => day.AddYears(1), FormatYears);

    /// <summary>The twelve months that end with each month.</summary>
    public static Interval RollingTwelveMonths { get; } = new("rolling-12-months", Period.MonthOf, day => day.AddMonths(1), FormatMonths,
        reach: month => new Period(month.AddMonths(-11), LastDayOfMonth(month)));

    /// <summary>The financial year from April to the end of each month.</summary>
    public static Interval ToDate { get; } = new("to-date", Period.MonthOf, day => day.AddMonths(1), FormatMonths,
        reach: month => new Period(StartOfYear(4, month), LastDayOfMonth(month)));

    /// <summary>All intervals: first those without overlap, from the shortest; then those that overlap.</summary>
    public static IReadOnlyList<Interval> All { get; } =
        [Day, Week, Month, Quarter, Year, FinancialYear, AcademicYear, RollingTwelveMonths, ToDate];

    /// <summary>The interval's name in the API.</summary>
    public string Name { get; }

    /// <summary>True where each interval consists of whole calendar months.</summary>
    public bool IsWholeMonths { get; }

    /// <summary>True where one day can lie in several intervals of this kind.</summary>
    public bool Overlaps => reach is not null;

    /// <summary>Finds an interval by its API name; null where the name is unknown.</summary>
    public static Interval? Find(string name) => All.FirstOrDefault(interval => interval.Name == name);

    /// <summary>
    /// The whole intervals that share a day with the period, in order. For overlapping kinds: the intervals whose last
    /// month shares a day with the period.
    /// </summary>
    public IEnumerable<(string Label, Period Days)> Split(Period period)
    {
        for (var step = stepOf(period.From); step <= period.To; step = next(step))
        {
            var days = GetPeriod(step);
            yield return (label(days), days);
        }
    }

    /// <summary>
    /// The whole interval that contains the day. For overlapping kinds: the interval whose last month contains the day.
    /// </summary>
    public Period GetPeriodContaining(DateOnly day) => GetPeriod(stepOf(day));

    private Period GetPeriod(DateOnly step) => reach?.Invoke(step) ?? new Period(step, next(step).AddDays(-1));

    private static DateOnly StartOfQuarter(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);

    private static DateOnly StartOfYear(int month, DateOnly day) => new(day.Month < month ? day.Year - 1 : day.Year, month, 1);

    private static DateOnly LastDayOfMonth(DateOnly month) => month.AddMonths(1).AddDays(-1);

    private static string FormatWeek(Period days) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(days.From):0000}-W{ISOWeek.GetWeekOfYear(days.From):00}");

    private static string FormatQuarter(Period days) => $"{days.From:yyyy}-Q{(days.From.Month - 1) / 3 + 1}";

    // With a slash: 2011-12 would be read as December 2011.
    private static string FormatYears(Period days) =>
        string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy}/{days.To.Year % 100:00}");

    private static string FormatMonths(Period days) => $"{days.From:yyyy-MM}/{days.To:yyyy-MM}";
}
