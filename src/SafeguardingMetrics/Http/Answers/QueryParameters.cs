using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>Reads query parameters that several endpoints take.</summary>
public static class QueryParameters
{
    /// <summary>What to say of a day that is none.</summary>
    public static string InvalidDayDetail(string name) => $"{name} is a date, YYYY-MM-DD.";

    /// <summary>What to say of an instant that is none.</summary>
    public static string InvalidInstantDetail(string name) => $"{name} is a date, YYYY-MM-DD, or an instant, such as 2026-03-01T09:00:00Z.";

    /// <summary>A day, <c>YYYY-MM-DD</c>; nothing is null.</summary>
    public static bool TryParseDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)) return false;
        day = parsed;
        return true;
    }

    /// <summary>
    /// An instant (RFC 3339) since which something is asked for, or a day, which means its beginning in England.
    /// Nothing is null.
    /// </summary>
    public static bool TryParseSince(string? text, out DateTimeOffset? at)
    {
        if (!TryParseDay(text, out var day) || day is not { } whole) return TryParseKnownAt(text, out at);
        at = whole == DateOnly.MinValue ? DateTimeOffset.MinValue : London.StartOf(whole);
        return true;
    }

    /// <summary>
    /// An instant (RFC 3339), or a day, which means its end in England: what could have been known that day. Nothing is
    /// null: now.
    /// </summary>
    public static bool TryParseKnownAt(string? text, out DateTimeOffset? at)
    {
        at = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (TryParseDay(text, out var day) && day is { } whole && whole < DateOnly.MaxValue)
        {
            at = London.StartOf(whole.AddDays(1)).AddMilliseconds(-1);
            return true;
        }

        // A plus sign in a query string arrives as a space unless it was escaped: 09:00:00 01:00 is meant as
        // 09:00:00+01:00.
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!text.Contains('T', StringComparison.Ordinal)
            || !DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, Utc, out var instant)) return false;
        at = instant;
        return true;
    }
}
