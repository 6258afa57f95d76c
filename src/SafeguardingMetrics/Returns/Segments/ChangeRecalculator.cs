using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Returns.Keys;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>
/// Works out anew which records of a month are restated and judged again, and by which return: after a withdrawal, when an
/// earlier version's keys were added, and when a definition or the calendar has changed.
/// </summary>
internal sealed class ChangeRecalculator(UnitOfWork work, Dataset dataset, string agency, ChangeSegmentStore changes)
{
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

    /// <summary>Ends all segments of changes of a month, and begins those that hold now.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="at">The instant.</param>
    /// <exception cref="ReturnPurgedException">A record would be in force again that is no longer kept.</exception>
    public async Task Recalculate(DateOnly month, DateTimeOffset at)
    {
        var whole = new Period(month, month.AddMonths(1).AddDays(-1));
        foreach (var old in await changes.ListInForce(whole)) await changes.End(old, at);

        var parameters = new { Agency = agency, Dataset = dataset.Name, MonthOn = month, FromDay = whole.From, ToDay = whole.To };
        var claims = await work.Query<CoverageClaim>(SegmentStore.Claims, parameters);
        var ofChanges = await work.Query<CoverageClaim>(ChangesInMonth, parameters);
        var judgings = await JudgingDays.Read(work, agency, dataset.Name);
        var removed = await RejudgedRecords.ListRemoved(work, agency, dataset.Name, month);
        foreach (var (holder, stretch) in SegmentAllocation.AllocateWithGaps(whole, claims))
        {
            var (restated, own) = (new List<(int By, RestatedRow Row)>(), new Dictionary<int, Period>());
            var rejudged = new List<(int By, RejudgedRecord Record)>();
            if (holder is not null) await Compare(holder, stretch);
            foreach (var newer in ofChanges.Where(claim => holder is null || claim.Ordinal > holder.Ordinal))
                if (await Compare(newer, stretch) is { } days) own[newer.Ordinal] = days;

            var rows = restated.ToLookup(one => one.By, one => one.Row);
            var open = rejudged.ToLookup(one => one.By, one => one.Record);
            foreach (var ordinal in rows.Select(of => of.Key).Union(own.Keys).Union(open.Select(of => of.Key)).Order())
            {
                var claim = (await work.First<CoverageClaim>(
                    ClaimByOrdinal, new { Agency = agency, Dataset = dataset.Name, Ordinal = ordinal }))!;
                var ownDays = own.TryGetValue(ordinal, out var days) ? days : (Period?)null;
                if (SegmentContent.Create([.. rows[ordinal]], [.. open[ordinal]], ownDays) is { } change)
                    await changes.Begin(claim, [change], at);
            }

            // Finds which records of a return on these days are restated or judged again, and on which days it has records.
            async Task<Period?> Compare(CoverageClaim of, Period days)
            {
                var found = await keys.Compare(of.ReturnId, days);
                var gone = new HashSet<int>();
                foreach (var newer in await keys.FindFirstNewer(of.ReturnId, of.Ordinal))
                {
                    var row = new RestatedRow
                    {
                        ReturnId = of.ReturnId,
                        RecordNumber = newer.RecordNumber,
                        CountedOn = newer.CountedOn,
                    };
                    restated.Add((newer.Ordinal, row));
                    gone.Add(newer.RecordNumber);
                }

                await keys.Clear(of.ReturnId);
                var after = judgings.ListAfter(agency, of.Ordinal).ToList();
                rejudged.AddRange(await OpenRecords.Find(work, dataset, of.ReturnId, of.Facts, days, after, gone.Contains));
                // Whichever return judges on that day, or the first after it.
                rejudged.AddRange(
                    from one in removed
                    where one.Record.ReturnId == of.ReturnId && days.Contains(one.Record.CountedOn)
                        && !gone.Contains(one.Record.RecordNumber)
                    let judging = after.Find(judging => judging.On >= one.On)
                    where judging is not null
                    select (judging.Ordinal, one.Record));
                return found is [var only] ? only : null;
            }
        }
    }
}
