using System.Globalization;

namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>
/// Instants as the database stores them: UTC, whole milliseconds. An instant that the API returns is therefore equal to
/// the stored one.
/// </summary>
public static class Instant
{
    /// <summary>Formats an instant for JSON and CSV alike: RFC 3339 in UTC, with milliseconds.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The current instant in UTC, rounded down to a whole millisecond.</summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }
}
