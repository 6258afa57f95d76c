namespace SafeguardingMetrics.Calendar;

/// <summary>Instants as the store keeps them: one that is given out must be the one that is kept.</summary>
public static class Instant
{
    /// <summary>Now, in UTC, in whole milliseconds.</summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }
}
