using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Measures;
using SafeguardingMetrics.Hosting;
using SafeguardingMetrics.Indicators.Figures;

namespace SafeguardingMetrics.Indicators;

/// <summary>The query parameters by which figures are asked for, read in one place for every endpoint that takes them.</summary>
/// <param name="From">The first day; the day eleven months before the month of <see cref="To"/> unless given.</param>
/// <param name="To">The last day; today in England unless given.</param>
/// <param name="Interval">One of <see cref="Figures.Interval.All"/>; month unless given. Every whole interval that shares a day with from to to is answered.</param>
/// <param name="By">agency, sector, locality, team or category; the whole partnership unless given.</param>
/// <param name="Agency">Only what this agency sent.</param>
/// <param name="KnownAt">What was known at an instant, or at the end of a day; now unless given.</param>
public sealed record FigureParameters(string? From, string? To, string? Interval, string? By, string? Agency, string? KnownAt)
{
    /// <summary>What to say of an agency that the partnership does not have.</summary>
    public const string UnknownAgency = "agency is the code of an agency of the partnership.";

    private const int MostIntervals = 5000;

    /// <summary>Why an indicator cannot be broken down so; null where it can, and where by is no breakdown at all, of which <see cref="For"/> speaks.</summary>
    public static string? WhyNotBy(string? by, Indicator indicator) => by is not null && Dimension.OfRecords.Contains(by) && !indicator.Dimensions.Contains(by)
        ? $"{indicator.Code} can be broken down by {string.Join(", ", [.. Dimension.OfReturns, .. indicator.Dimensions])}."
        : null;

    /// <summary>What is asked for, of indicators of one dataset; or why it cannot be.</summary>
    public (FigureQuery? Query, string? Why) For(Dataset dataset, IReadOnlyList<Indicator> indicators, TimeProvider time)
    {
        if (!Parameters.TryDay(From, out var from)) return (null, "from is a date, YYYY-MM-DD.");
        if (!Parameters.TryDay(To, out var to)) return (null, "to is a date, YYYY-MM-DD.");
        if (!Parameters.TryKnownAt(KnownAt, out var knownAt)) return (null, Parameters.KnownAtIs);
        if (Figures.Interval.Find(Interval ?? "month") is not { } interval) return (null, $"interval is one of {string.Join(", ", Figures.Interval.All.Select(known => known.Name))}.");
        IReadOnlyList<string> dimensions = [.. Dimension.OfReturns, .. Dimension.OfRecords];
        if (By is not null && !dimensions.Contains(By)) return (null, $"by is one of {string.Join(", ", dimensions)}.");

        // Nothing is known of days outside these, and the ends of the calendar are no place to count from.
        var earliest = new DateOnly(1990, 1, 1);
        var latest = new DateOnly(2040, 12, 31);
        var last = to ?? London.Today(time);
        var first = from ?? Period.MonthOf(last < earliest ? earliest : last).AddMonths(-11);
        if (first < earliest || last > latest) return (null, $"from and to lie between {earliest:yyyy-MM-dd} and {latest:yyyy-MM-dd}.");
        if (last < first) return (null, "to is not before from.");
        var days = new Period(first, last);
        if (interval.Of(days).Take(MostIntervals + 1).Count() > MostIntervals) return (null, $"at most {MostIntervals} intervals are answered at once.");
        return (new FigureQuery(dataset, indicators, days, interval, By ?? Dimension.All, Agency, knownAt, time.GetUtcNow()), null);
    }
}
