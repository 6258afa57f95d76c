using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>Days, weeks, months, quarters and years in the forms in which people and spreadsheets write them.</summary>
internal static partial class LoosePeriod
{
    private const string MonthNames = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

    // T and Z stand in instants, P and M in the durations of ISO 8601.
    private static readonly string[] Words =
    [
        "t", "z", "w", "wk", "week", "q", "quarter", "fy", "financial", "academic", "year", "to", "until", "and", "st", "nd", "rd", "th",
        "p", "y", "m", "d",
    ];

    private static readonly string[] Months = MonthNames.Split('|');

    // A year of two digits is of this century: nobody asks for a period of the last.
    private static readonly DateOnly LatestCentury = new(2089, 12, 31);

    /// <summary>
    /// True of a text with a digit, and with no word but such as periods are written with. Any other text can be anything,
    /// such as a child's name.
    /// </summary>
    public static bool HasOnlyWordsOfTime(string text) => text.Any(char.IsAsciiDigit)
        && Word().Matches(text).All(word => Words.Contains(word.Value, StringComparer.OrdinalIgnoreCase)
            || Array.Exists(Months, month => word.Length <= 9 && word.Value.StartsWith(month, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A day, a month, a week, a quarter or a year; null where the text is none of these.</summary>
    public static MeantPeriod? Find(string text) => FindDays(text) is { } days
        ? new MeantPeriod(days)
        : FindWeek(text) ?? FindQuarter(text) ?? FindYears(text) ?? FindLongMonth(text);

    /// <summary>A day or a month; null where the text is neither, or there is no such day.</summary>
    public static Period? FindDays(string text)
    {
        var month = NumberedMonth().Match(text);
        if (month.Success || (month = NamedMonth().Match(text)).Success) return CreateMonth(month);
        return ReadDay(text, out var day) is DateForm.Plain or DateForm.DayFirst or DateForm.NamedMonth or DateForm.Compact && IsLikely(day)
            ? Period.FromDay(day)
            : null;
    }

    // An export writes the last instant of a day where it means the day, in whatever zone.
    private static DateForm ReadDay(string text, out DateOnly day) =>
        DateText.Read(Encoding.UTF8.GetBytes(TimeOfDay().Replace(text, "")), LatestCentury, out day);

    private static bool IsLikely(DateOnly day) => day.Year is >= 1900 and <= 2100;

    // 2025W10, 2025-W10, W10 2025, and one day of a week.
    private static MeantPeriod? FindWeek(string text)
    {
        if (Week().Match(text) is not { Success: true } week) return null;
        var (year, number) = (GetNumber(week, "year"), GetNumber(week, "week"));
        if (year < 1900 || number < 1 || number > ISOWeek.GetWeeksInYear(year)) return null;
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday));
        return week.Groups["day"].Success
            ? new MeantPeriod(Period.FromDay(monday.AddDays(GetNumber(week, "day") - 1)))
            : new MeantPeriod(new Period(monday, monday.AddDays(6)), "A week is an interval");
    }

    // Q1 2025 is the first quarter of the calendar year, as in figures by quarter; Q1 2024-25 of the financial year.
    private static MeantPeriod? FindQuarter(string text)
    {
        if (Quarter().Match(text) is not { Success: true } quarter) return null;
        var (year, number) = (GetNumber(quarter, "year"), GetNumber(quarter, "quarter"));
        var begin = new DateOnly(year, 1, 1);
        if (quarter.Groups["end"].Success)
        {
            if (!IsNextYear(year, quarter.Groups["end"].Value)) return null;
            begin = new DateOnly(year, 4, 1);
        }

        var from = begin.AddMonths(3 * (number - 1));
        return new MeantPeriod(new Period(from, from.AddMonths(3).AddDays(-1)), "A quarter is an interval");
    }

    private static MeantPeriod? FindYears(string text)
    {
        if (Years().Match(text) is not { Success: true } years) return null;
        var year = GetNumber(years, "year");
        var begin = new DateOnly(year, 4, 1);
        if (years.Groups["end"].Success && !IsNextYear(year, years.Groups["end"].Value)) return null;
        if (!years.Groups["end"].Success && !years.Groups["financial"].Success) begin = new DateOnly(year, 1, 1);
        return new MeantPeriod(new Period(begin, begin.AddYears(1).AddDays(-1)), "A year is an interval");
    }

    // 2025-02-30: the month has no such day.
    private static MeantPeriod? FindLongMonth(string text)
    {
        if (ReadDay(text, out _) != DateForm.NotADay || DayInNumbers().Match(text) is not { Success: true } day) return null;
        var (year, month) = (GetNumber(day, "year"), GetNumber(day, "month"));
        if (GetNumber(day, "day") is < 29 or > 31 || year is < 1900 or > 2100 || month is < 1 or > 12) return null;
        var from = new DateOnly(year, month, 1);
        var days = DateTime.DaysInMonth(year, month);
        return new MeantPeriod(
            new Period(from, from.AddDays(days - 1)),
            string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{from:MMMM yyyy} has {days} days. The whole month is"));
    }

    private static Period? CreateMonth(Match match)
    {
        var month = match.Groups["name"].Success
            ? Array.FindIndex(Months, name => match.Groups["name"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1
            : GetNumber(match, "month");
        var year = GetNumber(match, "year");
        if (match.Groups["year"].Length == 2) year += 2000;
        return year is < 1900 or > 2100 || month is < 1 or > 12 ? null : Period.FromMonth(new DateOnly(year, month, 1));
    }

    private static bool IsNextYear(int year, string end) =>
        int.Parse(end, CultureInfo.InvariantCulture) == (end.Length == 4 ? year + 1 : (year + 1) % 100);

    private static int GetNumber(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    // 2025-3, 2025/03, 202503, 03/2025, 3-2025.
    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})(?:[-/. ]?(?<month>[0-9]{2})|[-/. ](?<month>[0-9]))|(?<month>[0-9]{1,2})[-/. ](?<year>[0-9]{4}))$")]
    private static partial Regex NumberedMonth();

    // 2025-02-30, 30/02/2025.
    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})([-/. ])(?<month>[0-9]{1,2})\1(?<day>[0-9]{1,2})"
        + @"|(?<day>[0-9]{1,2})([-/. ])(?<month>[0-9]{1,2})\2(?<year>[0-9]{4}))$")]
    private static partial Regex DayInNumbers();

    [GeneratedRegex(@"[T ][0-9]{1,2}:[0-9]{2}\S*$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    // March 2025, Mar-25, 2025 March.
    [GeneratedRegex(
        $@"^(?:(?<name>{MonthNames})[a-z]*[-/., ]{{0,2}}'?(?<year>[0-9]{{4}}|[0-9]{{2}})"
        + $@"|(?<year>[0-9]{{4}})[-/. ]?(?<name>{MonthNames})[a-z]*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})[- ]?(?:w|week |wk ?)(?<week>[0-9]{1,2})(?:-(?<day>[1-7]))?"
        + @"|(?:w|week |wk ?)(?<week>[0-9]{1,2})[-/ ](?<year>[0-9]{4}))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Week();

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})(?:[-/](?<end>[0-9]{4}|[0-9]{2}))?[-/ ]?q(?<quarter>[1-4])"
        + @"|q(?:uarter )?(?<quarter>[1-4])[-/ ]?(?<year>[0-9]{4})(?:[-/](?<end>[0-9]{4}|[0-9]{2}))?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();

    [GeneratedRegex(
        @"^(?<financial>fy ?|financial year )?(?<year>[0-9]{4})(?:(?:[-/]| to )(?<end>[0-9]{4}|[0-9]{2}))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Years();
}
