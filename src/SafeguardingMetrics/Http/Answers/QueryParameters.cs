using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Reading;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>Reads query parameters that several endpoints take.</summary>
public static class QueryParameters
{
    // The clocks of two machines differ a little, and what one has answered may be sent to the other.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>What to say of a day that is none.</summary>
    /// <param name="name">The parameter; what is meant by a month in <c>to</c> is its last day.</param>
    /// <param name="text">What was sent.</param>
    public static string InvalidDayDetail(string name, string? text)
    {
        var day = NameAdvice.Describe($"{name} is a date, YYYY-MM-DD", text ?? "", []);
        return MeantPeriod.Find(text ?? "") is { Days: var meant }
            ? $"{day} Did you mean {(name == "to" ? meant.To : meant.From):yyyy-MM-dd}?"
            : day;
    }

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
    /// Reads an instant since which something is asked for, or a day, which means its beginning in England. Nothing is
    /// null.
    /// </summary>
    /// <returns>Why the parameter cannot be used; null where it can.</returns>
    public static string? ParseSince(string name, string? text, IRequestClock clock, out DateTimeOffset? at)
    {
        if (!TryParseDay(text, out var day) || day is not { } whole) return ParseKnownAt(name, text, clock, out at);
        at = whole == DateOnly.MinValue ? DateTimeOffset.MinValue : London.StartOf(whole);
        return DescribeFuture(name, at, clock);
    }

    /// <summary>
    /// Reads an instant, or a day, which means its end in England: what could have been known that day. Nothing is
    /// null: now. The future is refused: nobody knows yet what will be known then.
    /// </summary>
    /// <returns>Why the parameter cannot be used; null where it can.</returns>
    public static string? ParseKnownAt(string name, string? text, IRequestClock clock, out DateTimeOffset? at)
    {
        if (ParseInstant(name, text, out at) is { } why) return why;
        // Today is a day that can be asked for, although it has not ended.
        return TryParseDay(text, out var day) && day <= London.DayOf(clock.Present) ? null : DescribeFuture(name, at, clock);
    }

    /// <summary>Reads an instant, or a day, which means its end in England. It may lie in the future.</summary>
    /// <returns>Why the parameter cannot be used; null where it can.</returns>
    public static string? ParseInstant(string name, string? text, out DateTimeOffset? at)
    {
        at = null;
        if (string.IsNullOrEmpty(text)) return null;
        if (TryParseDay(text, out var day) && day is { } whole && whole < DateOnly.MaxValue)
        {
            at = London.StartOf(whole.AddDays(1)).AddMilliseconds(-1);
            return null;
        }

        if (Instant.TryParse(text, out var instant, out var isSkipped))
        {
            at = instant;
            return null;
        }

        return isSkipped
            ? $"{name} is a time at which the clocks in England go forward: no clock shows it. Give the zone, Z or +01:00."
            : NameAdvice.Describe(
                $"{name} is a date, YYYY-MM-DD, or an instant, such as 2026-03-01T09:00:00Z (without a zone: England's clock)", text, []);
    }

    private static string? DescribeFuture(string name, DateTimeOffset? at, IRequestClock clock) =>
        at > clock.Present + Tolerance
            ? $"{name} lies in the future. It is {Instant.Format(clock.Present)} now, and what will be known later cannot be told."
            : null;
}
