using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>Keeps, for one agency and dataset, which days belong to which return. Nothing is changed but that a segment ends.</summary>
internal sealed class SegmentStore(UnitOfWork work, Dataset dataset, string agency)
{
    private static readonly IReadOnlyList<string> Columns = ["SegmentId", "ReturnId", "Agency", "Dataset", "MonthOn", "FromDay", "ToDay", "BeganAt", "EndedAt"];

    private static readonly Sql InForce = new("""
        SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt
        FROM Segment
        WHERE Agency = @Agency AND Dataset = @Dataset AND EndedAt IS NULL
            AND MonthOn >= @FromMonth AND FromDay <= @ToDay AND ToDay >= @FromDay
        """);

    private static readonly Sql Claims = new("""
        SELECT ReturnId, Agency, FromDay, ToDay, Ordinal, ReceivedOn
        FROM AgencyReturn
        WHERE Agency = @Agency AND Dataset = @Dataset AND Status <> 'rejected' AND WithdrawnAt IS NULL
            AND FromDay <= @ToDay AND ToDay >= @FromDay
        """);

    private static readonly Sql End = new("UPDATE Segment SET EndedAt = @EndedAt WHERE SegmentId = @SegmentId");

    private static readonly Sql DaysInForce = new("SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt FROM Segment WHERE ReturnId = @ReturnId AND EndedAt IS NULL");

    /// <summary>The segments that a return has now.</summary>
    public static Task<IReadOnlyList<Segment>> ListInForce(ReadSession reading, string returnId) => reading.Query<Segment>(DaysInForce, new { ReturnId = returnId });

    /// <summary>
    /// Divides the days anew among the returns that stand, after one was added or withdrawn: ends the segments that no longer hold
    /// and begins those that now do, with their cells. A piece left over from an older return is measured again from its records.
    /// </summary>
    /// <param name="days">The days that the added or withdrawn return covers.</param>
    /// <param name="at">The instant at which it becomes so.</param>
    /// <param name="added">The added return with what was summed while it passed, or null.</param>
    /// <returns>The returns that lost days, in no order.</returns>
    public async Task<IReadOnlySet<string>> Reallocate(Period days, DateTimeOffset at, (string ReturnId, CellAggregator Sums)? added)
    {
        var before = await work.Query<Segment>(InForce, CreateParameters(days));
        // Nothing ends before it began, even where the clock was set back in between.
        at = before.Select(segment => segment.BeganAt).Append(at).Max();
        // A segment that reaches beyond the days is cut, so what is left of it has to be divided as well.
        var reach = new Period(before.Select(segment => segment.FromDay).Append(days.From).Min(), before.Select(segment => segment.ToDay).Append(days.To).Max());
        var claims = await work.Query<CoverageClaim>(Claims, CreateParameters(reach));
        var pieces = SegmentAllocation.Allocate(reach, claims);

        var kept = before.Where(segment => pieces.Any(piece => piece.Days == segment.Days && piece.Holder.ReturnId == segment.ReturnId)).ToList();
        var ended = before.Except(kept).ToList();
        foreach (var segment in ended) await work.Execute(End, new { EndedAt = at, segment.SegmentId });
        foreach (var (holder, piece) in pieces)
            if (!kept.Any(segment => segment.Days == piece)) await Begin(holder, piece, at, added);
        return ended.Select(segment => segment.ReturnId).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Ends a segment and begins another over the same days of the same return, still without cells.</summary>
    /// <returns>The new segment's id.</returns>
    public static async Task<string> Continue(UnitOfWork work, OutdatedSegment old, Dataset dataset, DateTimeOffset at)
    {
        await work.Execute(End, new { EndedAt = at, old.SegmentId });
        return Add(work, old.ReturnId, old.Agency, dataset, old.Days, at);
    }

    private static string Add(UnitOfWork work, string returnId, string agency, Dataset dataset, Period days, DateTimeOffset at)
    {
        var segmentId = Guid.CreateVersion7().ToString();
        work.BulkInsert("Segment", Columns, [[segmentId, returnId, agency, dataset.Name, Period.MonthOf(days.From), days.From, days.To, at.UtcDateTime, null]]);
        return segmentId;
    }

    private async Task Begin(CoverageClaim holder, Period piece, DateTimeOffset at, (string ReturnId, CellAggregator Sums)? added)
    {
        var segmentId = Add(work, holder.ReturnId, agency, dataset, piece, at);
        DefinitionStore.RecordVersions(work, segmentId, dataset.Indicators);

        CellAggregator sums;
        if (added is { } fresh && fresh.ReturnId == holder.ReturnId) sums = fresh.Sums;
        else
        {
            if (await PurgedReturns.IsPurged(work, holder.ReturnId)) throw new ReturnPurgedException();
            sums = new CellAggregator(dataset, [piece]);
            await StoredRecordAggregator.Aggregate(work, dataset, holder.ReturnId, holder.Facts, piece, sums);
        }

        sums.Store(work, piece, segmentId);
    }

    private object CreateParameters(Period days) => new { Agency = agency, Dataset = dataset.Name, FromMonth = Period.MonthOf(days.From), FromDay = days.From, ToDay = days.To };
}
