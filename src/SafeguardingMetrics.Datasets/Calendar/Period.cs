using System.Globalization;
using System.Text.Json.Serialization;

namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>A span of days, first and last day included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>The longest period that a return may name, in days: three years, one of them a leap year.</summary>
    public const int LongestDays = 1096;

    /// <summary>The number of days, at least 1.</summary>
    [JsonIgnore]
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Parses <c>2026-11-22</c>, <c>2026-11</c> or <c>2026-11-01/2026-11-22</c>.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (string.IsNullOrEmpty(text)) return false;
        if (text.Split('/') is [var first, var last])
        {
            if (!TryParseDay(first, out var from) || !TryParseDay(last, out var to) || to < from) return false;
            period = new Period(from, to);
            return true;
        }

        if (TryParseDay(text, out var day))
        {
            period = FromDay(day);
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return false;
        period = FromMonth(month);
        return true;
    }

    /// <summary>One day.</summary>
    public static Period FromDay(DateOnly day) => new(day, day);

    /// <summary>The whole month that contains the day.</summary>
    public static Period FromMonth(DateOnly day) => new(MonthOf(day), MonthOf(day).AddDays(DateTime.DaysInMonth(day.Year, day.Month) - 1));

    /// <summary>True where the day lies in the period.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>True where the two periods share a day.</summary>
    public bool Overlaps(Period other) => From <= other.To && other.From <= To;

    /// <summary>Splits the period at the beginning of each calendar month.</summary>
    public IEnumerable<Period> SplitByMonth()
    {
        for (var from = From; from <= To;)
        {
            var monthEnd = MonthOf(from).AddMonths(1).AddDays(-1);
            var to = monthEnd < To ? monthEnd : To;
            yield return new Period(from, to);
            if (to == DateOnly.MaxValue) yield break;
            from = to.AddDays(1);
        }
    }

    /// <summary>The first day of the month that contains the day.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The Monday of the week that contains the day.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <inheritdoc/>
    public override string ToString() => From == To ? $"{From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}";

    private static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
