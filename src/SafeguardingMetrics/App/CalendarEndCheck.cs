using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.App;

/// <summary>
/// Says that the calendar of working days ends, from <see cref="WorkingDayCalendar.EndIsNearFrom"/> on: a later version of the
/// service has further years.
/// </summary>
public sealed partial class CalendarEndCheck(TimeProvider time, ILogger<CalendarEndCheck> log)
{
    /// <summary>The calendar's end in words; null while it is more than five years ahead.</summary>
    public string? Describe() => London.Today(time) < WorkingDayCalendar.EndIsNearFrom
        ? null
        : $"the calendar of working days ends on {WorkingDayCalendar.LastDay:yyyy-MM-dd}";

    /// <summary>Logs a warning where the end is near.</summary>
    public void WarnIfNear()
    {
        if (Describe() is not null) Log.Ends(log, WorkingDayCalendar.LastDay);
    }

    private static partial class Log
    {
        [LoggerMessage(21, LogLevel.Warning,
            "The calendar of working days ends on {LastDay:yyyy-MM-dd}. Later days cannot be asked for, and their bank holidays are "
            + "not known: upgrade to a version whose calendar reaches further.")]
        public static partial void Ends(ILogger log, DateOnly lastDay);
    }
}
