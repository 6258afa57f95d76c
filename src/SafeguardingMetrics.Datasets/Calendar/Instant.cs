using System.Globalization;

namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>Instants as the store keeps them: one that is given out must be the one that is kept.</summary>
public static class Instant
{
    /// <summary>As it is written in answers, in JSON and CSV alike: RFC 3339 in UTC, with milliseconds.</summary>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Now, in UTC, in whole milliseconds.</summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }
}
