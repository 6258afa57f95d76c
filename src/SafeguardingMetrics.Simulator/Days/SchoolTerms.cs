namespace SafeguardingMetrics.Simulator.Days;

/// <summary>When the schools of Exampleshire are open.</summary>
internal static class SchoolTerms
{
    public static bool IsSchoolDay(DateOnly day) => WorkingDays.IsWorkingDay(day) && !IsHoliday(day);

    /// <summary>Days of the week that begins on <paramref name="monday"/> on which pupils are taught, 0 to 5.</summary>
    public static int SchoolDaysInWeek(DateOnly monday)
    {
        var count = 0;
        for (var day = 0; day < 5; day++)
            if (IsSchoolDay(monday.AddDays(day)))
                count++;
        return count;
    }

    private static bool IsHoliday(DateOnly day)
    {
        var easter = BankHolidays.Easter(day.Year);
        return (day.Month, day.Day) is (7, >= 22) or (8, _) or (9, <= 2) or (12, >= 20) or (1, <= 3)
            || (day >= easter.AddDays(-6) && day <= easter.AddDays(5))
            || IsInWeekFrom(new DateOnly(day.Year, 2, 13), day)
            || IsInWeekFrom(new DateOnly(day.Year, 5, 25), day)
            || IsInWeekFrom(new DateOnly(day.Year, 10, 23), day);
    }

    private static bool IsInWeekFrom(DateOnly earliestMonday, DateOnly day)
    {
        var monday = BankHolidays.MondayOnOrAfter(earliestMonday);
        return day >= monday && day < monday.AddDays(5);
    }
}
