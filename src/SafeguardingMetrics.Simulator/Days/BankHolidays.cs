namespace SafeguardingMetrics.Simulator.Days;

/// <summary>
/// England's bank holidays by rule, with their substitute days. One-off holidays (a coronation) are not known.
/// </summary>
internal static class BankHolidays
{
    public static IEnumerable<DateOnly> ListByYear(int year)
    {
        var easter = Easter(year);
        yield return NextFreeWeekday(new DateOnly(year, 1, 1));
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return MondayOnOrAfter(new DateOnly(year, 5, 1));
        yield return MondayOnOrAfter(new DateOnly(year, 5, 25));
        yield return MondayOnOrAfter(new DateOnly(year, 8, 25));
        var christmas = NextFreeWeekday(new DateOnly(year, 12, 25));
        var boxing = NextFreeWeekday(new DateOnly(year, 12, 26));
        yield return christmas;
        yield return boxing == christmas ? boxing.AddDays(1) : boxing;
    }

    /// <summary>Easter Sunday (the Anonymous Gregorian computus).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var days = h + l - (7 * m) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    public static DateOnly MondayOnOrAfter(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    private static DateOnly NextFreeWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        // Boxing Day on a Sunday follows Christmas on a Saturday, which has taken the Monday: Of() moves it on.
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
