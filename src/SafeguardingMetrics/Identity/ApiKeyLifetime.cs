using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Identity;

/// <summary>How long a key lasts, and how long the client's other keys stay valid beside it.</summary>
public static class ApiKeyLifetime
{
    /// <summary>How many days a key lasts, where nothing else is asked for.</summary>
    public const int Days = 365;

    /// <summary>The most days a key may last.</summary>
    public const int MostDays = 730;

    /// <summary>The most days for which older keys may stay valid beside a new one.</summary>
    public const int MostGraceDays = 90;

    /// <summary>When a key that is created now expires: at the end of its last day in England.</summary>
    /// <returns>Null where that day has passed, or is further ahead than <see cref="MostDays"/>.</returns>
    public static DateTimeOffset? GetExpiry(DateOnly? lastDay, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        var last = lastDay ?? today.AddDays(Days);
        return last < today || last > today.AddDays(MostDays) ? null : London.StartOf(last.AddDays(1));
    }

    /// <summary>Problem detail for days out of range.</summary>
    public static string Description { get; } = string.Create(CultureInfo.InvariantCulture,
        $"expiresOn must be a date (YYYY-MM-DD) from today to {MostDays} days ahead. graceDays must be a whole number from 0 to "
        + $"{MostGraceDays}.");
}
