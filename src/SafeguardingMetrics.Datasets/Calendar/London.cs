namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>
/// The civil day in England. An instant belongs to the day that a clock in London shows, which in summer is one hour
/// ahead of UTC. Source: the zone Europe/London of the IANA time zone database, as the operating system supplies it.
/// </summary>
public static class London
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day in London at this instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The first instant of a day in London, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        // British clocks have always changed at one or two in the morning, never at midnight, so each day has exactly
        // one midnight.
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(TimeZoneInfo.ConvertTimeToUtc(midnight, _zone));
    }

    /// <summary>
    /// The instant, in UTC, at which a clock in London shows this time on this day. For a time that occurs twice in
    /// autumn it is the second occurrence. For a time that is skipped in spring it is the instant as if the clock had
    /// not gone forward.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        // In both cases the result takes the time as UTC, which is London's winter time: .NET gives the winter offset
        // for both.
        return new(shown - _zone.GetUtcOffset(shown), TimeSpan.Zero);
    }

    /// <summary>
    /// The instant, in UTC, at which a clock in London shows a time. For a time that occurs twice in autumn it is the
    /// first occurrence.
    /// </summary>
    /// <returns>False for a time that the clock skips in spring.</returns>
    public static bool TryFindInstant(DateTime shown, out DateTimeOffset instant)
    {
        instant = default;
        if (_zone.IsInvalidTime(shown)) return false;
        var offset = _zone.IsAmbiguousTime(shown) ? _zone.GetAmbiguousTimeOffsets(shown).Max() : _zone.GetUtcOffset(shown);
        // The first and the last hour of the calendar have no instant in every zone.
        instant = shown.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new(shown - offset, TimeSpan.Zero);
        return true;
    }

    /// <summary>Today's date in London.</summary>
    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());
}
