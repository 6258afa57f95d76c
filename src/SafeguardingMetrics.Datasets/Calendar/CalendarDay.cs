namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>One row of the database's <c>Calendar</c> table: a day and its running number of working days.</summary>
public sealed record CalendarDay
{
    /// <summary>
    /// The day, from <see cref="WorkingDayCalendar.FirstDay"/> to <see cref="WorkingDayCalendar.LastDay"/>.
    /// </summary>
    public required DateOnly Day { get; init; }

    /// <summary>True for a Monday to Friday that is not a bank holiday.</summary>
    public required bool IsWorkingDay { get; init; }

    /// <summary>
    /// The number of working days from <see cref="WorkingDayCalendar.FirstDay"/> up to and including this day.
    /// </summary>
    public required int WorkingDayNumber { get; init; }
}
