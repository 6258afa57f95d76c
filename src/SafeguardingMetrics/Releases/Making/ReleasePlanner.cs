using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Releases.Timetable;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>Which intervals are to be released, and on which day each.</summary>
internal sealed class ReleasePlanner
{
    private static readonly Sql FirstReturns = new("""
        SELECT s.Dataset, s.MonthOn, MIN(s.BeganAt) AS BeganAt FROM Segment s GROUP BY s.Dataset, s.MonthOn
        """);

    private readonly Dictionary<(string Dataset, DateOnly MonthOn), DateOnly> knownSince;
    private readonly Dictionary<(string Indicator, string Interval, DateOnly From), FigureRelease> latest;

    private ReleasePlanner(IEnumerable<FirstReturn> known, IEnumerable<FigureRelease> latest)
    {
        knownSince = known.ToDictionary(row => (row.Dataset, row.MonthOn), row => London.DayOf(row.BeganAt));
        this.latest = latest.ToDictionary(release => (release.Indicator, release.IntervalName, release.FromDay));
    }

    /// <summary>Reads the releases that there are, and since when returns of each month are known.</summary>
    public static async Task<ReleasePlanner> Read(ReadSession reading) =>
        new(await reading.Query<FirstReturn>(FirstReturns), await ReleaseStore.ListLatest(reading, null));

    /// <summary>Every interval that ended by a day and of which something is known.</summary>
    public IEnumerable<ReleasedInterval> ListIntervals(DateOnly today)
    {
        if (knownSince.Count == 0) return [];
        var days = new Period(knownSince.Keys.Min(key => key.MonthOn), today);
        return
            from interval in ReleasedBreakdowns.Intervals
            from part in interval.Split(days)
            where part.Days.To < today
            from indicator in IndicatorCatalogue.All
            select new ReleasedInterval(indicator, interval, part.Days);
    }

    /// <summary>The latest release of an interval; null where there is none.</summary>
    public FigureRelease? FindLatest(ReleasedInterval of) =>
        latest.GetValueOrDefault((of.Indicator.Code, of.Interval.Name, of.Days.From));

    /// <summary>Notes a release that was made.</summary>
    public void Add(FigureRelease release) => latest[(release.Indicator, release.IntervalName, release.FromDay)] = release;

    /// <summary>
    /// The days on which the next release of an interval can be made, the first as long as it waits for returns; null where there is
    /// none, or nothing is known of the interval.
    /// </summary>
    public Period? FindNext(ReleasedInterval of)
    {
        if (FindLatest(of) is { } before) return before.FindNext(of.Indicator.SettledAfterDays) is { } next ? Period.FromDay(next) : null;
        var settledOn = ReleaseDays.List(of.Days.To, of.Indicator.SettledAfterDays)[0];
        return FindKnownSince(of) is { } since ? ReleaseDays.GetFirst(settledOn, since) : null;
    }

    /// <summary>True where a return covers a day of the interval.</summary>
    public bool IsKnown(ReleasedInterval of) => FindKnownSince(of) is not null;

    // Where an indicator is made of two datasets, the day from which on both are known.
    private DateOnly? FindKnownSince(ReleasedInterval of)
    {
        DateOnly? known = null;
        foreach (var dataset in of.Indicator.Datasets)
        {
            if (FindKnownSince(dataset, of.Days) is not { } since) return null;
            if (known is null || since > known) known = since;
        }

        return known;
    }

    private DateOnly? FindKnownSince(Dataset dataset, Period days) => days.SplitByMonth()
        .Select(month => knownSince.TryGetValue((dataset.Name, month.From), out var since) ? since : (DateOnly?)null)
        .Min();

    private sealed record FirstReturn
    {
        public required string Dataset { get; init; }

        public required DateOnly MonthOn { get; init; }

        public required DateTimeOffset BeganAt { get; init; }
    }
}
