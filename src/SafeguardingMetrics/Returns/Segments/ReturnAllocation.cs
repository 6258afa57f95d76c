using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Keys;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>
/// Decides which records of one agency and dataset are in force. A record is in force until a newer return that is not
/// withdrawn covers its day, or states its key. Keys count only where records are events; otherwise the days alone decide.
/// </summary>
internal sealed class ReturnAllocation
{
    private static readonly Sql IsRestated = new("""
        SELECT COUNT(*)
        FROM RestatedRecord x
        JOIN Segment s ON s.SegmentId = x.SegmentId
        WHERE x.ReturnId = @ReturnId AND x.RecordNumber = @RecordNumber AND s.EndedAt IS NULL
        """);

    private readonly UnitOfWork work;
    private readonly Dataset dataset;
    private readonly string agency;
    private readonly SegmentStore segments;
    private readonly ChangeSegmentStore changes;
    private readonly ChangeRecalculator recalculator;
    private readonly OpenRecordJudge judge;
    private readonly RecordKeyStore keys;

    /// <summary>Allocates within a unit of work.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="agency">The agency's code.</param>
    public ReturnAllocation(UnitOfWork work, Dataset dataset, string agency)
    {
        (this.work, this.dataset, this.agency) = (work, dataset, agency);
        segments = new SegmentStore(work, dataset, agency);
        changes = new ChangeSegmentStore(work, dataset, agency);
        recalculator = new ChangeRecalculator(work, dataset, agency, changes);
        judge = new OpenRecordJudge(work, dataset, agency);
        keys = new RecordKeyStore(work, dataset, agency);
    }

    /// <summary>Compares the keys of a return, whose records are stored, with those of the records before it.</summary>
    /// <param name="returnId">The return, the newest.</param>
    /// <param name="covered">The days that it covers; null where it covers none.</param>
    /// <param name="at">The instant.</param>
    public async Task<KeyComparison> Compare(string returnId, Period? covered, DateTimeOffset at)
    {
        if (!dataset.IsOfEvents) return KeyComparison.None;
        foreach (var month in await KeyBackfill.Run(work, keys, dataset, agency, at)) await recalculator.Recalculate(month, at);
        if (await DeclaredIds.BeginAgain(work, dataset, agency)) return KeyComparison.None;
        var own = await keys.Compare(returnId, null);
        IReadOnlyList<int> unknown = [];
        if (covered is null)
        {
            await keys.ComparePurges(returnId);
            unknown = await keys.FindUnknownPurges(returnId);
        }

        var restated = await keys.FindRestated(returnId, covered);
        return new KeyComparison(own, restated, await CountReused(returnId, restated), unknown);
    }

    private async Task<int> CountReused(string returnId, IReadOnlyList<RestatedKey> restated)
    {
        if (restated.Count == 0) return 0;
        var ofOtherChild = await keys.FindOfOtherChild(returnId);
        return restated.Count(key => key.ByDay is { } day
            && (ofOtherChild.Contains(key.ByRecord) || Math.Abs(day.DayNumber - key.CountedOn.DayNumber) > HoldingPolicy.FarDays));
    }

    /// <summary>Ends a comparison without taking the return.</summary>
    public async Task Leave(string returnId)
    {
        if (dataset.IsOfEvents) await keys.Clear(returnId);
    }

    /// <summary>Takes a return whose keys were compared: it is the newest.</summary>
    /// <param name="returnId">The return.</param>
    /// <param name="compared">What its keys say.</param>
    /// <param name="cells">The cells counted while it was loaded; null where they are counted from its stored records.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ReturnPurgedException">A day would go to a return whose records are no longer kept.</exception>
    public async Task<SegmentChange> Take(string returnId, KeyComparison compared, CellAggregator? cells, DateTimeOffset at)
    {
        var claim = (await work.First<CoverageClaim>(SegmentStore.ClaimById, new { ReturnId = returnId }))!;
        var change = claim.IsChanges
            ? new SegmentChange([], [], at)
            : await segments.Reallocate(claim.Days, at, cells is null ? null : (returnId, cells));
        if (!dataset.IsOfEvents) return change;

        if (!claim.IsChanges) await changes.Cut(claim.Days, change.At);
        var rejudged = claim.IsChanges ? await judge.Judge(claim, compared.Restated, change.At) : [];
        await changes.Begin(claim, claim.IsChanges ? compared.OwnDays : [], compared.Restated, rejudged, change.At);
        if (compared.Restated.Count > 0) await changes.EndJudging(returnId, change.At);
        await keys.Save(returnId);
        await keys.Clear(returnId);
        return Combine(change);
    }

    /// <summary>
    /// Takes a return that is marked as withdrawn out of force: its days go back to the returns beneath it, and so do the
    /// records whose keys it stated.
    /// </summary>
    /// <exception cref="ReturnPurgedException">A record would be in force again that is no longer kept.</exception>
    public async Task<SegmentChange> Withdraw(string returnId, DateTimeOffset at)
    {
        var own = await SegmentStore.ListInForce(work, returnId);
        var covering = own.Where(segment => segment.CoversDays).ToList();
        var change = covering.Count == 0
            ? new SegmentChange([], [], at)
            : await segments.Reallocate(
                new Period(covering.Min(segment => segment.FromDay), covering.Max(segment => segment.ToDay)), at, null);
        if (!dataset.IsOfEvents || !await KeyBackfill.IsKeyed(work, dataset, agency)) return change;
        // Which keys it stated is no longer known.
        if (own.Count > covering.Count && await PurgedReturns.IsPurged(work, returnId)) throw new ReturnPurgedException();

        var gone = new List<RestatedGone>();
        foreach (var segment in own.Where(segment => !segment.CoversDays))
            gone.AddRange(await work.Query<RestatedGone>(RecordSql.Get(dataset).RestatedGone, new { segment.SegmentId }));
        await JudgingDays.End(work, returnId, change.At);
        await keys.Compare(returnId, null);
        await keys.ComparePurges(returnId);
        await keys.Withdraw(returnId);
        await keys.Clear(returnId);
        foreach (var month in own.Select(segment => Period.MonthOf(segment.FromDay)).Distinct().Order())
            await recalculator.Recalculate(month, change.At);
        foreach (var record in gone)
            if (await work.Count(IsRestated, record) == 0) throw new ReturnPurgedException();
        return Combine(change);
    }

    /// <summary>
    /// Judges open records again by each return of changes since, after a definition or the calendar has changed. Only months are
    /// touched in which a return of changes judges.
    /// </summary>
    /// <param name="days">The days on which the records count.</param>
    /// <param name="at">The instant.</param>
    /// <returns>False where nothing is judged on these days.</returns>
    public async Task<bool> JudgeAgain(Period days, DateTimeOffset at)
    {
        if (dataset.OpenUntilField is null) return false;
        var all = (await JudgingDays.Read(work, agency, dataset.Name)).ListAfter(agency, 0).ToList();
        if (all.Count == 0) return false;
        var first = all.Min(judging => judging.On).AddDays(-dataset.JudgedWithinDays);
        var last = all.Max(judging => judging.On);
        if (days.From > first) first = days.From;
        if (days.To < last) last = days.To;
        if (first > last) return false;
        foreach (var month in new Period(first, last).SplitByMonth()) await recalculator.Recalculate(Period.MonthOf(month.From), at);
        return true;
    }

    private SegmentChange Combine(SegmentChange ofDays) =>
        ofDays with { Ended = [.. ofDays.Ended, .. changes.Ended], Begun = [.. ofDays.Begun, .. changes.Begun] };

    private sealed record RestatedGone
    {
        public required string ReturnId { get; init; }

        public required int RecordNumber { get; init; }
    }
}
