using System.Globalization;
using SafeguardingMetrics.Calendar;

namespace SafeguardingMetrics.Indicators.Figures;

/// <summary>How time is cut: each figure is of one whole interval.</summary>
public sealed record Interval
{
    private readonly Func<DateOnly, DateOnly> startOf;
    private readonly Func<DateOnly, DateOnly> next;
    private readonly Func<DateOnly, string> label;

    private Interval(string name, Func<DateOnly, DateOnly> startOf, Func<DateOnly, DateOnly> next, Func<DateOnly, string> label, bool isOfMonths)
    {
        Name = name;
        IsOfMonths = isOfMonths;
        this.startOf = startOf;
        this.next = next;
        this.label = label;
    }

    /// <summary>Days.</summary>
    public static Interval Day { get; } = new("day", day => day, day => day.AddDays(1), day => $"{day:yyyy-MM-dd}", false);

    /// <summary>Weeks from Monday to Sunday, numbered as ISO 8601 does.</summary>
    public static Interval Week { get; } = new("week", Period.WeekOf, day => day.AddDays(7), day => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}"), false);

    /// <summary>Calendar months.</summary>
    public static Interval Month { get; } = new("month", Period.MonthOf, day => day.AddMonths(1), day => $"{day:yyyy-MM}", true);

    /// <summary>Calendar quarters.</summary>
    public static Interval Quarter { get; } = new("quarter", day => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1), day => day.AddMonths(3), day => $"{day:yyyy}-Q{(day.Month - 1) / 3 + 1}", true);

    /// <summary>Calendar years.</summary>
    public static Interval Year { get; } = new("year", day => new DateOnly(day.Year, 1, 1), day => day.AddYears(1), day => $"{day:yyyy}", true);

    /// <summary>All of them, from the shortest.</summary>
    public static IReadOnlyList<Interval> All { get; } = [Day, Week, Month, Quarter, Year];

    /// <summary>Its name in the API.</summary>
    public string Name { get; }

    /// <summary>True where each is made of whole months.</summary>
    public bool IsOfMonths { get; }

    /// <summary>The interval of this name, or null.</summary>
    public static Interval? Find(string name) => All.FirstOrDefault(interval => interval.Name == name);

    /// <summary>The whole intervals that share a day with the period, in their order.</summary>
    public IEnumerable<(string Label, Period Days)> Of(Period period)
    {
        for (var start = startOf(period.From); start <= period.To;)
        {
            var following = next(start);
            yield return (label(start), new Period(start, following.AddDays(-1)));
            start = following;
        }
    }

    /// <summary>The whole interval that a day lies in.</summary>
    public Period Around(DateOnly day)
    {
        var start = startOf(day);
        return new Period(start, next(start).AddDays(-1));
    }
}
