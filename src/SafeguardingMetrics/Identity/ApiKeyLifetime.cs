using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Identity;

/// <summary>How long a key lasts, and the client's others beside it.</summary>
public static class ApiKeyLifetime
{
    /// <summary>How many days a key lasts unless it is said.</summary>
    public const int Days = 365;

    /// <summary>The most days a key may last.</summary>
    public const int MostDays = 730;

    /// <summary>The most days for which the key before may stay beside its successor.</summary>
    public const int MostGraceDays = 90;

    /// <summary>When a key ends that is made now: at the end of its last day in England.</summary>
    /// <returns>Null where the day is over, or further ahead than <see cref="MostDays"/>.</returns>
    public static DateTimeOffset? GetExpiry(DateOnly? lastDay, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        var last = lastDay ?? today.AddDays(Days);
        return last < today || last > today.AddDays(MostDays) ? null : London.StartOf(last.AddDays(1));
    }

    /// <summary>What to say of days that cannot be.</summary>
    public static string Description { get; } = string.Create(CultureInfo.InvariantCulture,
        $"expiresOn is the key's last day, YYYY-MM-DD, from today to {MostDays} days ahead; graceDays is a whole number from 0 to {MostGraceDays}.");
}
