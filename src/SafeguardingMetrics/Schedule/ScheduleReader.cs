using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Schedule;

/// <summary>Reads the schedule as it was known, and what of it had come.</summary>
internal static class ScheduleReader
{
    private static readonly Sql Entries = new($"""
        SELECT s.Dataset, s.Agency, s.ValidFrom, s.Frequency, s.DueDays, s.DueTime, s.SetByKey, s.BeganAt
        FROM ReturnScheduleEntry s
        WHERE {AsOf.Condition} AND (@Dataset IS NULL OR s.Dataset = @Dataset) AND (@Agency IS NULL OR s.Agency = @Agency)
        ORDER BY s.Dataset, s.Agency, s.ValidFrom
        """);

    // Also of what was agreed before: it can be asked what was known then, and by now.
    private static readonly Sql Times = new("SELECT DISTINCT DueTime FROM ReturnScheduleEntry");

    private const string HeldText = $"""
        SELECT s.Dataset, s.Agency, s.FromDay, s.ToDay
        FROM Segment s
        WHERE {AsOf.Condition} AND (@Agency IS NULL OR s.Agency = @Agency) AND s.FromDay <= @ToDay AND s.ToDay >= @FromDay
        """;

    private static readonly Sql HeldOfAll = new(HeldText);

    // By the index: no segment crosses a month's end.
    private static readonly Sql HeldOfOne = new($"{HeldText} AND s.Dataset = @Dataset AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToDay");

    /// <summary>The times of day at which returns become due.</summary>
    public static async Task<IReadOnlyList<TimeOnly>> ListDueTimes(ReadSession reading) =>
        [.. (await reading.Query<TimeRow>(Times)).Select(row => TimeOnly.ParseExact(row.DueTime, ScheduleEntry.TimeFormat, CultureInfo.InvariantCulture))];

    /// <summary>The schedules known at an instant, or now, in the order of datasets' and agencies' names; of one dataset or agency only, where given.</summary>
    public static async Task<IReadOnlyList<(string Dataset, string Agency, AgencySchedule Schedule)>> ListSchedules(ReadSession reading, string? dataset, string? agency, DateTimeOffset? knownAt) =>
    [
        .. (await reading.Query<ScheduleEntry>(Entries, new { Dataset = dataset, Agency = agency, KnownAt = knownAt }))
            .GroupBy(entry => (entry.Dataset, entry.Agency))
            .Select(entries => (entries.Key.Dataset, entries.Key.Agency, new AgencySchedule(entries))),
    ];

    /// <summary>What the schedules owe for periods that end on one of the days and that is due by an instant, with whether it had come by then as far as was known.</summary>
    public static async Task<IReadOnlyList<(ExpectedSubmission Due, bool HasCome)>> ListDue(
        ReadSession reading, IReadOnlyList<(string Dataset, string Agency, AgencySchedule Schedule)> schedules, string? dataset, string? agency, Period ending, DateTimeOffset dueBy, DateTimeOffset? knownAt)
    {
        var due = schedules.SelectMany(one => one.Schedule.ListDueIn(ending)).Where(one => one.DueAt <= dueBy).ToList();
        if (due.Count == 0) return [];
        var from = due.Min(one => one.Days.From);
        var held = (await reading.Query<HeldRow>(dataset is null ? HeldOfAll : HeldOfOne, new { Dataset = dataset, Agency = agency, KnownAt = knownAt, FromMonth = Period.MonthOf(from), FromDay = from, ToDay = ending.To }))
            .ToLookup(row => (row.Dataset, row.Agency, MonthOn: Period.MonthOf(row.FromDay)), row => new Period(row.FromDay, row.ToDay));
        return [.. due.Select(one => (one, ReturnArrival.HasArrived(DatasetCatalogue.Find(one.Dataset)!, one.Days, HeldIn(one))))];

        // A segment never crosses a month's end.
        IReadOnlyList<Period> HeldIn(ExpectedSubmission one) => [.. one.Days.SplitByMonth().SelectMany(part => held[(one.Dataset, one.Agency, Period.MonthOf(part.From))])];
    }

    private sealed record TimeRow
    {
        public required string DueTime { get; init; }
    }

    private sealed record HeldRow
    {
        public required string Dataset { get; init; }

        public required string Agency { get; init; }

        public required DateOnly FromDay { get; init; }

        public required DateOnly ToDay { get; init; }
    }
}
