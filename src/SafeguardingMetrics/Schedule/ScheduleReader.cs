using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Schedule;

/// <summary>Reads the return schedule as of an instant, and which expected submissions had arrived.</summary>
internal static class ScheduleReader
{
    private static readonly Sql Entries = new($"""
        SELECT s.Dataset, s.Agency, s.ValidFrom, s.Frequency, s.DueDays, s.DueTime, s.SetByKey, s.BeganAt
        FROM ReturnScheduleEntry s
        WHERE {AsOf.Condition} AND (@Dataset IS NULL OR s.Dataset = @Dataset) AND (@Agency IS NULL OR s.Agency = @Agency)
        ORDER BY s.Dataset, s.Agency, s.ValidFrom
        """);

    // Includes ended entries: a caller may ask for what was known at an earlier instant.
    private static readonly Sql Times = new("SELECT DISTINCT DueTime FROM ReturnScheduleEntry");

    private const string CoveredDays = $"""
        SELECT s.Dataset, s.Agency, s.FromDay, s.ToDay
        FROM Segment s
        WHERE {AsOf.Condition} AND s.CoversDays = 1
            AND (@Agency IS NULL OR s.Agency = @Agency) AND s.FromDay <= @ToDay AND s.ToDay >= @FromDay
        """;

    // A return of changes covers no day. It is the return that was owed for the day whose changes it has.
    private static readonly Sql Changes = new("""
        SELECT r.Dataset, r.Agency, r.FromDay, r.ToDay
        FROM AgencyReturn r
        WHERE r.IsChanges = 1 AND r.Status NOT IN ('rejected', 'held')
            AND (@KnownAt IS NULL OR r.ReceivedAt <= @KnownAt) AND (r.WithdrawnAt IS NULL OR r.WithdrawnAt > @KnownAt)
            AND (@Agency IS NULL OR r.Agency = @Agency) AND (@Dataset IS NULL OR r.Dataset = @Dataset)
            AND r.ToDay >= @FromDay AND r.FromDay <= @ToDay
        """);

    private static readonly Sql CoveredDaysOfAll = new(CoveredDays);

    // MonthOn makes the index usable. No segment crosses the end of a month.
    private static readonly Sql CoveredDaysOfOne =
        new($"{CoveredDays} AND s.Dataset = @Dataset AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToDay");

    /// <summary>All times of day at which returns are or were due.</summary>
    public static async Task<IReadOnlyList<TimeOnly>> ListDueTimes(ReadSession reading) =>
        [
            .. (await reading.Query<TimeRow>(Times))
                .Select(row => TimeOnly.ParseExact(row.DueTime, ScheduleEntry.TimeFormat, CultureInfo.InvariantCulture)),
        ];

    /// <summary>The schedules as of an instant, ordered by dataset and agency.</summary>
    /// <param name="reading">The read session.</param>
    /// <param name="dataset">Only this dataset; null for all.</param>
    /// <param name="agency">Only this agency; null for all.</param>
    /// <param name="knownAt">The instant; null for now.</param>
    public static async Task<IReadOnlyList<(string Dataset, string Agency, AgencySchedule Schedule)>> ListSchedules(
        ReadSession reading, string? dataset, string? agency, DateTimeOffset? knownAt) =>
    [
        .. (await reading.Query<ScheduleEntry>(Entries, new { Dataset = dataset, Agency = agency, KnownAt = knownAt }))
            .GroupBy(entry => (entry.Dataset, entry.Agency))
            .Select(entries => (entries.Key.Dataset, entries.Key.Agency, new AgencySchedule(entries))),
    ];

    /// <summary>
    /// The submissions that the schedules expect for periods ending within <paramref name="ending"/> and due by
    /// <paramref name="dueBy"/>, each with whether it had arrived as of <paramref name="knownAt"/>.
    /// </summary>
    public static async Task<IReadOnlyList<(ExpectedSubmission Due, bool HasCome)>> ListDue(
        ReadSession reading,
        IReadOnlyList<(string Dataset, string Agency, AgencySchedule Schedule)> schedules,
        string? dataset,
        string? agency,
        Period ending,
        DateTimeOffset dueBy,
        DateTimeOffset? knownAt)
    {
        var due = schedules
            .SelectMany(entry => entry.Schedule.ListDueIn(ending))
            .Where(submission => submission.DueAt <= dueBy)
            .ToList();
        if (due.Count == 0) return [];

        var from = due.Min(submission => submission.Days.From);
        var parameters = new
        {
            Dataset = dataset,
            Agency = agency,
            KnownAt = knownAt,
            FromMonth = Period.MonthOf(from),
            FromDay = from,
            ToDay = ending.To,
        };
        var rows = await reading.Query<CoveredRow>(dataset is null ? CoveredDaysOfAll : CoveredDaysOfOne, parameters);
        var changes = (await reading.Query<CoveredRow>(Changes, parameters)).SelectMany(row => row.SplitByMonth());
        var covered = rows.Concat(changes).ToLookup(
            row => (row.Dataset, row.Agency, MonthOn: Period.MonthOf(row.FromDay)), row => new Period(row.FromDay, row.ToDay));
        var calendar = await AddedBankHolidayStore.ReadCalendar(reading, knownAt);
        return
        [
            .. due.Select(submission => (submission, HasArrived(submission))),
        ];

        bool HasArrived(ExpectedSubmission submission) =>
            ReturnArrival.HasArrived(DatasetCatalogue.Find(submission.Dataset)!, submission.Days, ListCovered(submission), calendar);

        // No segment crosses the end of a month.
        IReadOnlyList<Period> ListCovered(ExpectedSubmission submission) =>
        [
            .. submission.Days.SplitByMonth()
                .SelectMany(month => covered[(submission.Dataset, submission.Agency, Period.MonthOf(month.From))]),
        ];
    }

    private sealed record TimeRow
    {
        public required string DueTime { get; init; }
    }

    private sealed record CoveredRow
    {
        public IEnumerable<CoveredRow> SplitByMonth() =>
            new Period(FromDay, ToDay).SplitByMonth().Select(days => this with { FromDay = days.From, ToDay = days.To });

        public required string Dataset { get; init; }

        public required string Agency { get; init; }

        public required DateOnly FromDay { get; init; }

        public required DateOnly ToDay { get; init; }
    }
}
