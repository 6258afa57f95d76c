namespace SafeguardingMetrics.Simulator.Days;

/// <summary>Weekdays that are not bank holidays in England, numbered so that counting them is a subtraction.</summary>
internal static class WorkingDays
{
    private static readonly DateOnly First = new(1995, 1, 1);
    private static readonly DateOnly Last = new(2099, 12, 31);
    private static readonly List<DateOnly> Days = [];

    /// <summary>
    /// For each day since <see cref="First"/>, how many working days there were up to and including it.
    /// </summary>
    private static readonly int[] CountTo = new int[Last.DayNumber - First.DayNumber + 1];

    static WorkingDays()
    {
        HashSet<DateOnly> holidays = [.. Enumerable.Range(First.Year, Last.Year - First.Year + 1).SelectMany(BankHolidays.ListByYear)];
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day))
                Days.Add(day);
            CountTo[day.DayNumber - First.DayNumber] = Days.Count;
        }
    }

    public static bool IsWorkingDay(DateOnly day) => Days[CountTo[day.DayNumber - First.DayNumber] - 1] == day;

    /// <summary>The day itself if it is a working day, otherwise the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : Add(day, 1);

    /// <summary>The day that lies this many working days after (or, below 0, before) the day given.</summary>
    public static DateOnly Add(DateOnly day, int workingDays) =>
        workingDays == 0 ? day : Days[CountTo[day.DayNumber - First.DayNumber] - 1 + workingDays];

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public static int Between(DateOnly from, DateOnly to) =>
        CountTo[to.DayNumber - First.DayNumber] - CountTo[from.DayNumber - First.DayNumber];
}
