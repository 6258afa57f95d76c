using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>
/// Instants as the database stores them: UTC, whole milliseconds. An instant that the API returns is therefore equal to
/// the stored one.
/// </summary>
public static partial class Instant
{
    private static readonly string[] ClockFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>
    /// Reads an instant (RFC 3339). One without a zone is a time that a clock in England shows; of a time that occurs
    /// twice, the first.
    /// </summary>
    /// <param name="text">The text. A plus sign in a query string arrives as a space unless it was escaped, so
    /// <c>09:00:00 01:00</c> is read as <c>09:00:00+01:00</c>.</param>
    /// <param name="instant">The instant, in UTC.</param>
    /// <param name="isSkipped">True where the clocks in England go forward over the time.</param>
    /// <returns>False where the text is no instant.</returns>
    public static bool TryParse(string text, out DateTimeOffset instant, out bool isSkipped)
    {
        (instant, isSkipped) = (default, false);
        if (Form().Match(text) is not { Success: true } form) return false;
        var clock = form.Groups["clock"].Value;
        if (!form.Groups["zone"].Success)
        {
            if (!DateTime.TryParseExact(clock, ClockFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown))
                return false;
            isSkipped = !London.TryFindInstant(shown, out instant);
            return !isSkipped;
        }

        var zone = form.Groups["zone"].Value.Replace(' ', '+');
        return DateTimeOffset.TryParse(
            clock + zone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }

    /// <summary>Formats an instant for JSON and CSV alike: RFC 3339 in UTC, with milliseconds.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The current instant in UTC, rounded down to a whole millisecond.</summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    [GeneratedRegex(
        @"^(?<clock>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?)"
        + @"(?<zone>Z|[-+ ][0-9]{2}:?[0-9]{2})?$")]
    private static partial Regex Form();
}
