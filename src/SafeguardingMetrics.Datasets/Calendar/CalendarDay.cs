namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>One row of the database's <c>Calendar</c> table: one day, and how many working days there have been so far.</summary>
public sealed record CalendarDay
{
    /// <summary>The day, from <see cref="WorkingDayCalendar.FirstDay"/> to <see cref="WorkingDayCalendar.LastDay"/>.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether it is a Monday to Friday that is no bank holiday.</summary>
    public required bool IsWorkingDay { get; init; }

    /// <summary>Working days from <see cref="WorkingDayCalendar.FirstDay"/> up to and including this day, from 0.</summary>
    public required int WorkingDayNumber { get; init; }
}
