using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Figures;

/// <summary>
/// Of which intervals the figures of a dataset may have become others since an instant, for whoever reads them. Whole
/// intervals of the whole dataset: what is hidden of one agency or member follows from the others', and who sees which
/// of them changed would see whose hidden number did.
/// </summary>
/// <remarks>
/// A row follows from the segments of its days, from what was due for them, from whether its days are over, and from
/// what concerns all rows alike: targets, the schedule, agencies, populations. What became so a little before the
/// instant counts as well: a segment begins when its return is begun to be read, and is seen when that is done.
/// </remarks>
internal sealed class ChangedIntervals
{
    /// <summary>
    /// No return takes so long to be read and kept, nor do the clocks of two instances differ by so much.
    /// </summary>
    public static readonly TimeSpan LongestPass = TimeSpan.FromHours(1);

    private static readonly Sql OfSegments = new("""
        SELECT DISTINCT s.FromDay, s.ToDay
        FROM Segment s
        WHERE s.Dataset = @Dataset AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToDay AND (s.BeganAt > @Since OR s.EndedAt > @Since)
        """);

    // A change of returns shows in the segments, and one of the retention job's notes concerns no figure. Any other
    // change may concern every row.
    private static readonly Sql OfAllRows = new($"""
        SELECT COUNT(*) FROM DataVersion
        WHERE ChangedAt > @Since
            AND ((NOT {ChangeStream.IsOfReturns} AND NOT {ChangeStream.IsOfRetention} AND NOT {ChangeStream.IsOfReleases})
                OR Stream LIKE @Returns)
        """);

    private static readonly Sql NewSenders = new("""
        SELECT COUNT(*)
        FROM (SELECT r.Agency FROM AgencyReturn r WHERE r.Dataset = @Dataset AND r.Status NOT IN ('rejected', 'held')
            GROUP BY r.Agency HAVING MIN(r.ReceivedAt) > @Since) x
        """);

    private readonly bool isOfAll;
    private readonly DateOnly openOn;
    private readonly IReadOnlyList<Period> days;

    private ChangedIntervals(bool isOfAll, DateOnly openOn, IReadOnlyList<Period> days) =>
        (this.isOfAll, this.openOn, this.days) = (isOfAll, openOn, days);

    /// <summary>What changed of the question's dataset and days.</summary>
    public static async Task<ChangedIntervals> Since(ReadSession reading, CountQuery query, DateTimeOffset instant)
    {
        // Before anything was: the beginning of the calendar is no place to count back from.
        if (instant.Year < WorkingDayCalendar.FirstDay.Year) return new(true, default, []);
        var since = instant - LongestPass;
        var (dataset, reach) = (query.Dataset, query.Selection.Reach);
        // Figures that are counted from records also follow from which records are still there.
        var returns = query.IsFromRecords ? ChangeStream.GetPattern(dataset.Name) : "";
        var isOfAll = await reading.Count(OfAllRows, new { Since = since, Returns = returns }) > 0
            // Where nobody agreed a schedule, of a dataset that any sector may send those are expected who have begun
            // to.
            || (dataset.Sectors.Count != 1 && await reading.Count(NewSenders, new { Dataset = dataset.Name, Since = since }) > 0);
        if (isOfAll) return new(true, default, []);

        var segments = await reading.Query<ChangedDays>(OfSegments, new
        {
            Dataset = dataset.Name,
            FromMonth = Period.MonthOf(reach.From),
            ToDay = reach.To,
            Since = since,
        });
        var due = (await ScheduleReader.ListSchedules(reading, dataset.Name, null, null))
            .SelectMany(one => one.Schedule.ListDueIn(reach))
            .Where(one => one.DueAt > since && one.DueAt <= query.Selection.AskedAt);
        return new(false, London.DayOf(since), [
            .. segments.Select(segment => new Period(segment.FromDay, segment.ToDay)),
            .. due.Select(one => new Period(one.Days.To, one.Days.To)).Distinct(),
        ]);
    }

    /// <summary>True where something changed since an instant that any row follows from, such as a target.</summary>
    public static async Task<bool> AnyOfAllRows(ReadSession reading, DateTimeOffset instant) =>
        instant.Year < WorkingDayCalendar.FirstDay.Year
        || await reading.Count(OfAllRows, new { Since = instant - LongestPass, Returns = "" }) > 0;

    /// <summary>The changes of figures that are made of several datasets: those of any of them.</summary>
    public static ChangedIntervals Combine(IReadOnlyList<ChangedIntervals> changes) => changes is [var only]
        ? only
        : new(changes.Any(one => one.isOfAll), changes.Min(one => one.openOn), [.. changes.SelectMany(one => one.days)]);

    /// <summary>
    /// The same selection for the intervals that changed, and perhaps for some between them; null where none changed.
    /// </summary>
    public FigureSelection? Intersect(FigureSelection selection)
    {
        var changed = selection.Intervals.Where(interval => Contains(interval.Days)).Select(interval => interval.Days.To).ToList();
        return changed.Count == 0 ? null : selection with { Days = new Period(changed[0], changed[^1]) };
    }

    /// <summary>
    /// True where an interval's rows may have become others. One that was not over then is always among them: it may
    /// only have begun since.
    /// </summary>
    public bool Contains(Period interval) => isOfAll || interval.To >= openOn || days.Any(interval.Overlaps);

    private sealed record ChangedDays
    {
        public required DateOnly FromDay { get; init; }

        public required DateOnly ToDay { get; init; }
    }
}
