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
    private static readonly Sql InForce = new("""
        SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt, CoversDays
        FROM Segment
        WHERE Agency = @Agency AND Dataset = @Dataset AND EndedAt IS NULL AND CoversDays = 0
            AND MonthOn >= @FromMonth AND MonthOn <= @ToDay AND FromDay <= @ToDay AND ToDay >= @FromDay
        """);

    private static readonly Sql JudgingRestated = new("""
        SELECT DISTINCT s.SegmentId, s.ReturnId, s.FromDay, s.ToDay, s.BeganAt, s.CoversDays
        FROM Segment n
        JOIN RestatedRecord x ON x.SegmentId = n.SegmentId
        JOIN RejudgedRecord j ON j.ReturnId = x.ReturnId AND j.RecordNumber = x.RecordNumber
        JOIN Segment s ON s.SegmentId = j.SegmentId
        WHERE n.ReturnId = @ReturnId AND n.EndedAt IS NULL AND s.EndedAt IS NULL
        """);

    private static readonly Sql RestatedOf = new("""
        SELECT x.ReturnId, x.RecordNumber, x.CountedOn
        FROM Segment n
        JOIN RestatedRecord x ON x.SegmentId = n.SegmentId
        WHERE n.ReturnId = @ReturnId AND n.EndedAt IS NULL
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
            var (restated, rejudged) = await SegmentContent.Read(work, old.SegmentId);
            await Replace(old, at, [
                .. Subtract(old.Days, covered).Select(rest => (
                    rest,
                    (IReadOnlyList<RestatedRow>)[.. restated.Where(row => rest.Contains(row.CountedOn))],
                    (IReadOnlyList<RejudgedRecord>)[.. rejudged.Where(record => rest.Contains(record.CountedOn))])),
            ]);
        }
    }

    /// <summary>Ends the judging of records that the newest return takes out of force.</summary>
    public async Task EndJudging(string returnId, DateTimeOffset at)
    {
        if (dataset.OpenUntilField is null) return;
        var judging = await work.Query<Segment>(JudgingRestated, new { ReturnId = returnId });
        if (judging.Count == 0) return;
        var gone = (await ListRestatedBy(returnId)).ToHashSet();
        foreach (var old in judging)
        {
            var (restated, rejudged) = await SegmentContent.Read(work, old.SegmentId);
            await Replace(
                old, at, [(old.Days, restated, [.. rejudged.Where(record => !gone.Contains((record.ReturnId, record.RecordNumber)))])]);
        }
    }

    /// <summary>Begins what the newest return changes on days that it does not cover.</summary>
    /// <param name="claim">The return.</param>
    /// <param name="own">Of a return of changes, in each month the days from the first to the last that has a record.</param>
    /// <param name="restated">The older records whose keys it states.</param>
    /// <param name="rejudged">The older records that it judges again.</param>
    /// <param name="at">The instant.</param>
    public async Task Begin(
        CoverageClaim claim, IReadOnlyList<Period> own, IReadOnlyList<RestatedKey> restated, IReadOnlyList<RejudgedRecord> rejudged,
        DateTimeOffset at)
    {
        var rows = restated
            .Select(key => new RestatedRow { ReturnId = key.ReturnId, RecordNumber = key.RecordNumber, CountedOn = key.CountedOn })
            .ToLookup(row => Period.MonthOf(row.CountedOn));
        var ownDays = own.ToDictionary(days => Period.MonthOf(days.From));
        var judged = rejudged.ToLookup(record => Period.MonthOf(record.CountedOn));
        var changes = new List<SegmentContent>();
        foreach (var month in rows.Select(of => of.Key).Union(ownDays.Keys).Union(judged.Select(of => of.Key)).Order())
        {
            var whole = new Period(month, month.AddMonths(1).AddDays(-1));
            IEnumerable<Period> free = claim.IsChanges ? [whole] : Subtract(whole, claim.Days);
            foreach (var stretch in free)
            {
                var here = rows[month].Where(row => stretch.Contains(row.CountedOn)).ToList();
                var open = judged[month].Where(record => stretch.Contains(record.CountedOn)).ToList();
                if (SegmentContent.Create(here, open, ownDays.TryGetValue(month, out var days) ? days : null) is { } change)
                    changes.Add(change);
            }
        }

        await Begin(claim, changes, at, isFirst: true);
    }

    // Ends a segment of changes, and begins what is left of it on each of the days that are given.
    private async Task Replace(
        Segment old, DateTimeOffset at,
        IReadOnlyList<(Period Days, IReadOnlyList<RestatedRow> Restated, IReadOnlyList<RejudgedRecord> Rejudged)> left)
    {
        var claim = (await work.First<CoverageClaim>(SegmentStore.ClaimById, new { old.ReturnId }))!;
        await End(old, at);
        foreach (var (days, restated, rejudged) in left)
        {
            var own = claim.IsChanges ? await keys.FindDays(old.ReturnId, days) : null;
            if (SegmentContent.Create(restated, rejudged, own) is { } change) await Begin(claim, [change], at);
        }
    }

    /// <summary>Begins segments of a return, with one pass over its own records for all.</summary>
    /// <param name="claim">The return.</param>
    /// <param name="changes">What is in each.</param>
    /// <param name="at">The instant.</param>
    /// <param name="isFirst">True where the return has had none before.</param>
    /// <exception cref="ReturnPurgedException">The return's records are no longer kept.</exception>
    public async Task Begin(CoverageClaim claim, List<SegmentContent> changes, DateTimeOffset at, bool isFirst = false)
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
        SegmentContent.Store(work, [.. added.Select(one => (one.Segment.SegmentId, one.Change))]);
        // A return's first segments of changes are all that it has: what it takes away is read at once.
        if (isFirst) await RestatedRecords.SubtractAll(work, dataset, claim.ReturnId, cells);
        else foreach (var one in added) await RestatedRecords.Subtract(work, dataset, one.Segment.SegmentId, cells);
        foreach (var cell in added.SelectMany(one => one.Change.Rejudged).SelectMany(record => record.Difference)) cells.Add(cell);
        foreach (var one in added) cells.Store(work, one.Change.Days, one.Segment.SegmentId);
        begun.AddRange(added.Select(one => one.Segment));
    }

    /// <summary>Ends a segment.</summary>
    public async Task End(Segment old, DateTimeOffset at)
    {
        // A segment never ends before it began, even when the clock was set back in between.
        await SegmentStore.EndAt(work, old.SegmentId, at < old.BeganAt ? old.BeganAt : at);
        ended.Add(old);
    }

    /// <summary>The segments of changes in force that have a day of a period.</summary>
    public Task<IReadOnlyList<Segment>> ListInForce(Period days) => work.Query<Segment>(InForce, new
    {
        Agency = agency,
        Dataset = dataset.Name,
        FromMonth = Period.MonthOf(days.From),
        FromDay = days.From,
        ToDay = days.To,
    });

    private async Task<IEnumerable<(string ReturnId, int RecordNumber)>> ListRestatedBy(string returnId) =>
        (await work.Query<RestatedRow>(RestatedOf, new { ReturnId = returnId })).Select(row => (row.ReturnId, row.RecordNumber));

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
}
