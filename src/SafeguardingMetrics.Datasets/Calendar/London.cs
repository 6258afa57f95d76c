namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>
/// Days as they are lived in England: an instant belongs to the day that the clock in London shows, which in summer is
/// an hour ahead of UTC. Source: the zone Europe/London of the IANA time zone database, as the operating system has it.
/// </summary>
public static class London
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day in London at this instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The first instant of the day in London, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        // British clocks have changed at one or two in the morning, never at midnight, so there is one midnight a day.
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(TimeZoneInfo.ConvertTimeToUtc(midnight, _zone));
    }

    /// <summary>
    /// The instant, in UTC, at which the clock in London shows this time of the day. Of a time that it shows twice in autumn it is the second;
    /// of one that it leaps over in spring, the instant at which it would have been had the clock not been put forward.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        // In both cases it is the time as winter's clock, which is UTC, shows it; and of both the framework says that winter's offset holds.
        return new(shown - _zone.GetUtcOffset(shown), TimeSpan.Zero);
    }

    /// <summary>The day it is in London now.</summary>
    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());
}
