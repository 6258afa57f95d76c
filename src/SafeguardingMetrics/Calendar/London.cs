namespace SafeguardingMetrics.Calendar;

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

    /// <summary>The day it is in London now.</summary>
    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());
}
