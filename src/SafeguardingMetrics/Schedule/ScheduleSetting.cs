using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Schedule;

/// <summary>The entry of the return schedule that an administrator sets.</summary>
/// <param name="ValidFrom">The first day of validity, YYYY-MM-DD. The entry applies to periods that end on this day or
/// later.</param>
/// <param name="Frequency">day, week (from Monday), month or quarter; none to expect no returns.</param>
/// <param name="DueDays">How many days after the period's last day the return is due, 0 to 92.</param>
/// <param name="DueTime">The time of the due day by the clock in London, HH:mm.</param>
public sealed record ScheduleSetting(string? ValidFrom, string? Frequency, int? DueDays, string? DueTime)
{
    internal const int MostDueDays = 92;

    /// <summary>Validates the setting: either the entry, or the reason why it is invalid.</summary>
    internal (ScheduleEntry? Entry, string? Why) ToEntry(string dataset, string agency, string? key, DateTimeOffset at)
    {
        if (!QueryParameters.TryParseDay(ValidFrom, out var from) || from is not { } day
            || !WorkingDayCalendar.Knows(day))
            return (null, $"validFrom must be a date, YYYY-MM-DD, {WorkingDayCalendar.KnownDays}.");

        var frequencies = SafeguardingMetrics.Schedule.Frequency.All;
        if (Frequency is not { } frequency || !frequencies.Contains(frequency))
            return (null, $"frequency must be one of {string.Join(", ", frequencies)}.");
        if (DueDays is not { } days || days < 0 || days > MostDueDays)
            return (null, $"dueDays must be a whole number from 0 to {MostDueDays}.");
        if (DueTime is not { } time
            || !TimeOnly.TryParseExact(time, ScheduleEntry.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return (null, "dueTime must be a time of day, HH:mm.");
        }

        return (
            new ScheduleEntry
            {
                Dataset = dataset,
                Agency = agency,
                ValidFrom = day,
                Frequency = frequency,
                DueDays = days,
                DueTime = time,
                SetByKey = key,
                BeganAt = at,
            },
            null);
    }
}
