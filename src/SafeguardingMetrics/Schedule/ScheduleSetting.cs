using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Schedule;

/// <summary>What an administrator sets.</summary>
/// <param name="ValidFrom">The day from which it holds, YYYY-MM-DD: for periods that end then or later.</param>
/// <param name="Frequency">day, week (from Monday), month or quarter; none where nothing is to be expected.</param>
/// <param name="DueDays">How many days after the period's last day the return is due, 0 to 92.</param>
/// <param name="DueTime">The time of that day by the clock in London, HH:mm.</param>
public sealed record ScheduleSetting(string? ValidFrom, string? Frequency, int? DueDays, string? DueTime)
{
    internal const int MostDueDays = 92;

    /// <summary>The entry that it makes, or why it makes none.</summary>
    internal (ScheduleEntry? Entry, string? Why) ToEntry(string dataset, string agency, string? key, DateTimeOffset at)
    {
        if (!QueryParameters.TryParseDay(ValidFrom, out var from) || from is not { } day || day < WorkingDayCalendar.FirstDay || day > WorkingDayCalendar.LastDay)
            return (null, $"validFrom is a date, YYYY-MM-DD, from {WorkingDayCalendar.FirstDay:yyyy-MM-dd} to {WorkingDayCalendar.LastDay:yyyy-MM-dd}.");
        if (Frequency is not { } frequency || !SafeguardingMetrics.Schedule.Frequency.All.Contains(frequency)) return (null, $"frequency is one of {string.Join(", ", SafeguardingMetrics.Schedule.Frequency.All)}.");
        if (DueDays is not { } days || days < 0 || days > MostDueDays) return (null, $"dueDays is a whole number from 0 to {MostDueDays}.");
        if (DueTime is not { } time || !TimeOnly.TryParseExact(time, ScheduleEntry.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return (null, "dueTime is a time of the day, HH:mm.");
        return (new ScheduleEntry { Dataset = dataset, Agency = agency, ValidFrom = day, Frequency = frequency, DueDays = days, DueTime = time, SetByKey = key, BeganAt = at }, null);
    }
}
