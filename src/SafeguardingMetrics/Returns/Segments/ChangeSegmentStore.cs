using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Returns.Keys;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>
/// The segments of changes of one agency and dataset: what returns change on days that they do not cover. Of a return of
/// changes these are its own records; of every return, the older records whose keys it states, which are taken away. A
/// stored segment only ever changes by being ended.
/// </summary>
internal sealed class ChangeSegmentStore(UnitOfWork work, Dataset dataset, string agency)
{
    private static readonly IReadOnlyList<string> RestatedColumns = ["SegmentId", "ReturnId", "RecordNumber", "CountedOn"];

    private static readonly Sql InForce = new("""
        SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt, CoversDays
        FROM Segment
        WHERE Agency = @Agency AND Dataset = @Dataset AND EndedAt IS NULL AND CoversDays = 0
            AND MonthOn >= @FromMonth AND MonthOn <= @ToDay AND FromDay <= @ToDay AND ToDay >= @FromDay
        """);

    private static readonly Sql RestatedBy = new("""
        SELECT ReturnId, RecordNumber, CountedOn FROM RestatedRecord WHERE SegmentId = @SegmentId ORDER BY ReturnId, RecordNumber
        """);

    private static readonly Sql ClaimByOrdinal = new(
        $"{SegmentStore.SelectClaims} WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.Ordinal = @Ordinal");

    // Whichever segments of changes a return has had in the month, it has records there.
    private static readonly Sql ChangesInMonth = new($"""
        {SegmentStore.SelectClaims}
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.IsChanges = 1 AND {SegmentStore.IsTaken}
            AND EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND s.MonthOn = @MonthOn)
        ORDER BY r.Ordinal
        """);

    private readonly RecordKeyStore keys = new(work, dataset, agency);
    private readonly List<Segment> ended = [];
    private readonly List<Segment> begun = [];

    /// <summary>The segments that were ended so far.</summary>
    public IReadOnlyList<Segment> Ended => ended;

    /// <summary>The segments that were begun so far.</summary>
    public IReadOnlyList<Segment> Begun => begun;

    /// <summary>Ends older changes on days that the newest return covers; what is left of a segment is begun anew.</summary>
    public async Task Cut(Period covered, DateTimeOffset at)
    {
        foreach (var old in await ListInForce(covered))
        {
            var restated = await work.Query<RestatedRow>(RestatedBy, new { old.SegmentId });
            var claim = (await work.First<CoverageClaim>(SegmentStore.ClaimById, new { old.ReturnId }))!;
            await End(old, at);
            foreach (var rest in Subtract(old.Days, covered))
            {
                var own = claim.IsChanges ? await keys.FindDays(old.ReturnId, rest) : null;
                if (CreateChange([.. restated.Where(row => rest.Contains(row.CountedOn))], own) is { } change)
                    await Begin(claim, [change], at);
            }
        }
    }

    /// <summary>Begins what the newest return changes on days that it does not cover.</summary>
    /// <param name="claim">The return.</param>
    /// <param name="own">Of a return of changes, in each month the days from the first to the last that has a record.</param>
    /// <param name="restated">The older records whose keys it states.</param>
    /// <param name="at">The instant.</param>
    public async Task Begin(
        CoverageClaim claim, IReadOnlyList<Period> own, IReadOnlyList<RestatedKey> restated, DateTimeOffset at)
    {
        var rows = restated
            .Select(key => new RestatedRow { ReturnId = key.ReturnId, RecordNumber = key.RecordNumber, CountedOn = key.CountedOn })
            .ToLookup(row => Period.MonthOf(row.CountedOn));
        var ownDays = own.ToDictionary(days => Period.MonthOf(days.From));
        var changes = new List<Change>();
        foreach (var month in rows.Select(of => of.Key).Union(ownDays.Keys).Order())
        {
            var whole = new Period(month, month.AddMonths(1).AddDays(-1));
            IEnumerable<Period> free = claim.IsChanges ? [whole] : Subtract(whole, claim.Days);
            foreach (var stretch in free)
            {
                var here = rows[month].Where(row => stretch.Contains(row.CountedOn)).ToList();
                if (CreateChange(here, ownDays.TryGetValue(month, out var days) ? days : null) is { } change) changes.Add(change);
            }
        }

        await Begin(claim, changes, at, isFirst: true);
    }

    /// <summary>
    /// Works out anew which records are restated in a month, and by which return, after a return was withdrawn: ends all
    /// segments of changes of the month, and begins those that hold now.
    /// </summary>
    /// <exception cref="ReturnPurgedException">A record would be in force again that is no longer kept.</exception>
    public async Task Recalculate(DateOnly month, DateTimeOffset at)
    {
        var whole = new Period(month, month.AddMonths(1).AddDays(-1));
        foreach (var old in await ListInForce(whole)) await End(old, at);

        var parameters = new { Agency = agency, Dataset = dataset.Name, MonthOn = month, FromDay = whole.From, ToDay = whole.To };
        var claims = await work.Query<CoverageClaim>(SegmentStore.Claims, parameters);
        var ofChanges = await work.Query<CoverageClaim>(ChangesInMonth, parameters);
        foreach (var (holder, stretch) in SegmentAllocation.AllocateWithGaps(whole, claims))
        {
            var (restated, own) = (new List<(int By, RestatedRow Row)>(), new Dictionary<int, Period>());
            if (holder is not null) await Compare(holder, stretch);
            foreach (var newer in ofChanges.Where(claim => holder is null || claim.Ordinal > holder.Ordinal))
                if (await Compare(newer, stretch) is { } days) own[newer.Ordinal] = days;

            var rows = restated.ToLookup(one => one.By, one => one.Row);
            foreach (var ordinal in rows.Select(of => of.Key).Union(own.Keys).Order())
            {
                var claim = (await work.First<CoverageClaim>(
                    ClaimByOrdinal, new { Agency = agency, Dataset = dataset.Name, Ordinal = ordinal }))!;
                if (CreateChange([.. rows[ordinal]], own.TryGetValue(ordinal, out var days) ? days : null) is { } change)
                    await Begin(claim, [change], at);
            }

            // Finds which records of a return on these days are restated, and on which days it has records.
            async Task<Period?> Compare(CoverageClaim of, Period days)
            {
                var found = await keys.Compare(of.ReturnId, days);
                foreach (var newer in await keys.FindFirstNewer(of.ReturnId, of.Ordinal))
                {
                    var row = new RestatedRow
                    {
                        ReturnId = of.ReturnId,
                        RecordNumber = newer.RecordNumber,
                        CountedOn = newer.CountedOn,
                    };
                    restated.Add((newer.Ordinal, row));
                }

                await keys.Clear(of.ReturnId);
                return found is [var only] ? only : null;
            }
        }
    }

    /// <summary>Gives a segment of changes that continues another the same restated records.</summary>
    public static async Task CopyRestated(UnitOfWork work, string from, string to)
    {
        var rows = await work.Query<RestatedRow>(RestatedBy, new { SegmentId = from });
        InsertRestated(work, rows.Select(row => (to, row)));
    }

    // One pass over the return's own records for all its segments.
    private async Task Begin(CoverageClaim claim, IReadOnlyList<Change> changes, DateTimeOffset at, bool isFirst = false)
    {
        if (changes.Count == 0) return;
        var cells = new CellAggregator(dataset, changes.Select(change => change.Days));
        if (claim.IsChanges)
        {
            if (await PurgedReturns.IsPurged(work, claim.ReturnId)) throw new ReturnPurgedException();
            var all = new Period(changes.Min(change => change.Days.From), changes.Max(change => change.Days.To));
            await StoredRecordAggregator.Aggregate(work, dataset, claim.ReturnId, claim.Facts, all, cells);
        }

        var added = changes.Select(change => (Change: change, Segment: new Segment
        {
            SegmentId = Guid.CreateVersion7().ToString(),
            ReturnId = claim.ReturnId,
            FromDay = change.Days.From,
            ToDay = change.Days.To,
            BeganAt = at,
            CoversDays = false,
        })).ToList();
        SegmentStore.Add(work, claim.Agency, dataset, added.ConvertAll(one => one.Segment));
        DefinitionStore.RecordVersions(work, added.ConvertAll(one => one.Segment.SegmentId), dataset.Indicators);
        InsertRestated(work, added.SelectMany(one => one.Change.Restated.Select(row => (one.Segment.SegmentId, row))));
        // A return's first segments of changes are all that it has: what it takes away is read at once.
        if (isFirst) await RestatedRecords.SubtractAll(work, dataset, claim.ReturnId, cells);
        else foreach (var one in added) await RestatedRecords.Subtract(work, dataset, one.Segment.SegmentId, cells);
        foreach (var one in added) cells.Store(work, one.Change.Days, one.Segment.SegmentId);
        begun.AddRange(added.Select(one => one.Segment));
    }

    private async Task End(Segment old, DateTimeOffset at)
    {
        // A segment never ends before it began, even when the clock was set back in between.
        await SegmentStore.EndAt(work, old.SegmentId, at < old.BeganAt ? old.BeganAt : at);
        ended.Add(old);
    }

    private Task<IReadOnlyList<Segment>> ListInForce(Period days) => work.Query<Segment>(InForce, new
    {
        Agency = agency,
        Dataset = dataset.Name,
        FromMonth = Period.MonthOf(days.From),
        FromDay = days.From,
        ToDay = days.To,
    });

    private static void InsertRestated(UnitOfWork work, IEnumerable<(string SegmentId, RestatedRow Row)> restated)
    {
        var rows = restated
            .OrderBy(one => one.SegmentId, StringComparer.Ordinal)
            .ThenBy(one => one.Row.ReturnId, StringComparer.Ordinal).ThenBy(one => one.Row.RecordNumber)
            .Select(one => new object?[] { one.SegmentId, one.Row.ReturnId, one.Row.RecordNumber, one.Row.CountedOn })
            .ToList();
        if (rows.Count > 0) work.BulkInsert("RestatedRecord", RestatedColumns, rows);
    }

    // Null where there is neither a restated record nor a record of its own.
    private static Change? CreateChange(IReadOnlyList<RestatedRow> restated, Period? own)
    {
        var days = restated.Select(row => row.CountedOn).ToList();
        if (own is { } of) days.AddRange([of.From, of.To]);
        return days.Count == 0 ? null : new Change(new Period(days.Min(), days.Max()), restated);
    }

    private static IEnumerable<Period> Subtract(Period days, Period covered)
    {
        if (!days.Overlaps(covered))
        {
            yield return days;
            yield break;
        }

        if (days.From < covered.From) yield return new Period(days.From, covered.From.AddDays(-1));
        if (days.To > covered.To) yield return new Period(covered.To.AddDays(1), days.To);
    }

    private sealed record Change(Period Days, IReadOnlyList<RestatedRow> Restated);

    private sealed record RestatedRow
    {
        public required string ReturnId { get; init; }

        public required int RecordNumber { get; init; }

        public required DateOnly CountedOn { get; init; }
    }
}
