using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>Reads the records in force that a return of an agency and dataset is compared with, in numbers.</summary>
/// <param name="work">The unit of work that stores the return.</param>
/// <param name="dataset">The dataset.</param>
/// <param name="agency">The agency's code.</param>
internal sealed class ComparisonReader(UnitOfWork work, Dataset dataset, string agency)
{
    private static readonly Sql DaysInForce = new("""
        SELECT ReturnId, FromDay, ToDay
        FROM Segment
        WHERE Agency = @Agency AND Dataset = @Dataset AND EndedAt IS NULL AND CoversDays = 1
            AND MonthOn >= @FromMonth AND MonthOn <= @ToDay AND FromDay <= @ToDay AND ToDay >= @FromDay
        ORDER BY ReturnId, FromDay
        """);

    private static readonly Sql LastDayBefore = new("""
        SELECT MAX(ToDay) AS ToDay
        FROM Segment
        WHERE Agency = @Agency AND Dataset = @Dataset AND EndedAt IS NULL AND CoversDays = 1
            AND MonthOn >= @FromMonth AND MonthOn <= @ToDay AND ToDay >= @FromDay AND ToDay <= @ToDay
        """);

    private static readonly Sql RestatedInForce = new("""
        SELECT COUNT(*)
        FROM Segment s
        JOIN RestatedRecord x ON x.SegmentId = s.SegmentId
        WHERE s.Agency = @Agency AND s.Dataset = @Dataset AND s.EndedAt IS NULL AND s.CoversDays = 0
            AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToDay AND x.CountedOn BETWEEN @FromDay AND @ToDay
        """);

    private static readonly Sql ReturnsBefore = new("""
        SELECT r.FromDay, r.ToDay
        FROM AgencyReturn r
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.ToDay >= @FromDay AND r.ToDay <= @ToDay
            AND r.Status NOT IN ('rejected', 'held') AND r.WithdrawnAt IS NULL
            AND EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND s.EndedAt IS NULL AND s.CoversDays = 1)
        ORDER BY r.ToDay DESC, r.Ordinal DESC
        """);

    private static readonly Sql NewestReturn = new("""
        SELECT r.FromDay, r.ToDay
        FROM AgencyReturn r
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.Ordinal = (
            SELECT MAX(n.Ordinal)
            FROM AgencyReturn n
            WHERE n.Agency = @Agency AND n.Dataset = @Dataset AND n.Status NOT IN ('rejected', 'held') AND n.WithdrawnAt IS NULL
                AND EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = n.ReturnId AND s.EndedAt IS NULL AND s.CoversDays = 1))
        """);

    /// <summary>
    /// The records in force on the return's days; where there are none, of a snapshot those of the agency's last day
    /// before, of an activity those of its last return over as many days. Null where there is none of these either.
    /// </summary>
    /// <param name="days">The return's days.</param>
    /// <param name="isSent">True for a key that the return has.</param>
    /// <param name="thresholds">How far back is looked.</param>
    public async Task<ComparedRecords?> Read(Period days, Func<string, bool> isSent, HoldingThresholds thresholds)
    {
        if (await Count(Comparison.SameDays, days, isSent) is { Records: > 0 } same) return same;
        return dataset.Shape == DatasetShape.Snapshot
            ? await FindLastDay(days.From, thresholds.LastDayWithinDays) is { } day
                ? await Count(Comparison.LastDay, new Period(day, day), isSent)
                : null
            : await FindEarlierDays(days, thresholds.EarlierWithinDays) is { } earlier
                ? await Count(Comparison.EarlierDays, earlier, null)
                : null;
    }

    /// <summary>The records of the agency's newest return in force, whatever its days; null for none.</summary>
    public async Task<ComparedRecords?> ReadNewest() =>
        await work.First<DaysRow>(NewestReturn, new { Agency = agency, Dataset = dataset.Name }) is { } newest
            ? await Count(Comparison.EarlierDays, newest.Days, null)
            : null;

    /// <summary>How many records of a dataset of events are in force on some days.</summary>
    public async Task<int> CountInForce(Period days) =>
        (int)(await work.Count(RecordSql.Get(dataset).CountInForce, CreateParameters(days))
            - await work.Count(RestatedInForce, CreateParameters(days)));

    private async Task<DateOnly?> FindLastDay(DateOnly day, int within) =>
        (await work.Query<LastDayRow>(LastDayBefore, CreateParameters(new Period(day.AddDays(-within), day.AddDays(-1))))).Single().ToDay;

    // The newest comes first, and most agencies send in one rhythm: few rows are read.
    private async Task<Period?> FindEarlierDays(Period days, int within)
    {
        await using var rows = await work.Stream(
            ReturnsBefore, CreateParameters(new Period(days.From.AddDays(-within), days.From.AddDays(-1))));
        while (await rows.ReadAsync())
        {
            var earlier = new Period(DateOnly.FromDateTime(rows.GetDateTime(0)), DateOnly.FromDateTime(rows.GetDateTime(1)));
            if (IsOfSameLength(days, earlier)) return earlier;
        }

        return null;
    }

    // A day is like the same day of the week. A calendar month is like another, whatever its length.
    private static bool IsOfSameLength(Period days, Period earlier) =>
        days.Days == 1
            ? earlier.Days == 1 && earlier.From.DayOfWeek == days.From.DayOfWeek
            : earlier.Days == days.Days || (IsOfWholeMonths(days) && IsOfWholeMonths(earlier) && CountMonths(earlier) == CountMonths(days));

    private static bool IsOfWholeMonths(Period days) => days.From.Day == 1 && days.To.AddDays(1).Day == 1;

    private static int CountMonths(Period days) => (days.To.Year - days.From.Year) * 12 + days.To.Month - days.From.Month;

    private async Task<ComparedRecords> Count(Comparison kind, Period days, Func<string, bool>? isSent)
    {
        var sql = RecordSql.Get(dataset);
        var filled = new int[dataset.FieldList.Count];
        var (records, keys) = (0, 0);
        foreach (var (returnId, piece) in await ListPieces(days))
        {
            var of = new { ReturnId = returnId, FromDay = piece.From, ToDay = piece.To };
            await using (var rows = await work.Stream(sql.CountFilled, of))
            {
                await rows.ReadAsync();
                records += rows.GetInt32(0);
                for (var i = 0; i < filled.Length; i++) filled[i] += rows.GetInt32(i + 1);
            }

            if (isSent is null) continue;
            await using var found = await work.Stream(sql.Keys, of);
            while (await found.ReadAsync())
                if (isSent(found.GetString(0))) keys++;
        }

        return new ComparedRecords(kind, days, records, filled, isSent is null ? null : keys);
    }

    // The days of each return in force, without cuts at the ends of months: each piece is read once.
    private async Task<IReadOnlyList<(string ReturnId, Period Days)>> ListPieces(Period days)
    {
        var pieces = new List<(string ReturnId, Period Days)>();
        foreach (var row in await work.Query<DaysRow>(DaysInForce, CreateParameters(days)))
        {
            var piece = new Period(row.FromDay < days.From ? days.From : row.FromDay, row.ToDay > days.To ? days.To : row.ToDay);
            if (pieces is [.., var last] && last.ReturnId == row.ReturnId && last.Days.To.AddDays(1) == piece.From)
                pieces[^1] = (row.ReturnId, new Period(last.Days.From, piece.To));
            else
                pieces.Add((row.ReturnId!, piece));
        }

        return pieces;
    }

    private object CreateParameters(Period days) =>
        new { Agency = agency, Dataset = dataset.Name, FromMonth = Period.MonthOf(days.From), FromDay = days.From, ToDay = days.To };

    private sealed record DaysRow
    {
        public string? ReturnId { get; init; }

        public required DateOnly FromDay { get; init; }

        public required DateOnly ToDay { get; init; }

        public Period Days => new(FromDay, ToDay);
    }

    private sealed record LastDayRow
    {
        public required DateOnly? ToDay { get; init; }
    }
}
