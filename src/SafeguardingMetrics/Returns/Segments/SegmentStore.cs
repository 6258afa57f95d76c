using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>
/// The segments of one agency and dataset: which days belong to which return. A stored segment only ever changes by
/// being ended.
/// </summary>
internal sealed class SegmentStore(UnitOfWork work, Dataset dataset, string agency)
{
    private static readonly IReadOnlyList<string> Columns =
        ["SegmentId", "ReturnId", "Agency", "Dataset", "MonthOn", "FromDay", "ToDay", "BeganAt", "EndedAt"];

    private static readonly Sql InForce = new("""
        SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt
        FROM Segment
        WHERE Agency = @Agency AND Dataset = @Dataset AND EndedAt IS NULL
            AND MonthOn >= @FromMonth AND FromDay <= @ToDay AND ToDay >= @FromDay
        """);

    private static readonly Sql Claims = new("""
        SELECT ReturnId, Agency, FromDay, ToDay, Ordinal, ReceivedOn
        FROM AgencyReturn
        WHERE Agency = @Agency AND Dataset = @Dataset AND Status NOT IN ('rejected', 'held') AND WithdrawnAt IS NULL
            AND FromDay <= @ToDay AND ToDay >= @FromDay
        """);

    private static readonly Sql End = new("UPDATE Segment SET EndedAt = @EndedAt WHERE SegmentId = @SegmentId");

    private static readonly Sql InForceOfReturn = new("""
        SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt
        FROM Segment
        WHERE ReturnId = @ReturnId AND EndedAt IS NULL
        """);

    /// <summary>The segments in force of one return.</summary>
    public static Task<IReadOnlyList<Segment>> ListInForce(ReadSession reading, string returnId) =>
        reading.Query<Segment>(InForceOfReturn, new { ReturnId = returnId });

    /// <summary>
    /// Allocates days anew among the returns in force, after one was added or withdrawn: ends the segments that no
    /// longer hold, and begins those that now do, with their cells. The cells of what is left of an older return's
    /// segment are counted again from its records.
    /// </summary>
    /// <param name="days">The days that the added or withdrawn return covers.</param>
    /// <param name="at">The instant of the change.</param>
    /// <param name="added">
    /// The added return with the cells counted while it was loaded; null after a withdrawal.
    /// </param>
    /// <returns>Which segments of the months of these days were kept, ended and begun.</returns>
    /// <exception cref="ReturnPurgedException">
    /// A day would go back to a return whose records are no longer kept.
    /// </exception>
    public async Task<SegmentChange> Reallocate(Period days, DateTimeOffset at, (string ReturnId, CellAggregator Cells)? added)
    {
        var (first, last) = (Period.MonthOf(days.From), Period.MonthOf(days.To).AddMonths(1).AddDays(-1));
        var ofMonths = await work.Query<Segment>(InForce, CreateParameters(new Period(first, last)));
        var before = ofMonths.Where(segment => segment.Days.Overlaps(days)).ToList();
        // A segment never ends before it began, even when the clock was set back in between.
        at = before.Select(segment => segment.BeganAt).Append(at).Max();
        // A segment that reaches beyond the days is cut, so the rest of it is allocated as well.
        var reach = new Period(
            before.Select(segment => segment.FromDay).Append(days.From).Min(),
            before.Select(segment => segment.ToDay).Append(days.To).Max());
        var pieces = SegmentAllocation.Allocate(reach, await work.Query<CoverageClaim>(Claims, CreateParameters(reach)));

        var ended = before
            .Where(segment => !pieces.Any(piece => piece.Days == segment.Days && piece.Holder.ReturnId == segment.ReturnId))
            .ToList();
        var kept = ofMonths.Except(ended).ToList();
        foreach (var segment in ended) await work.Execute(End, new { EndedAt = at, segment.SegmentId });
        var begun = new List<Segment>();
        foreach (var (holder, piece) in pieces)
            if (!kept.Any(segment => segment.Days == piece)) begun.Add(await Begin(holder, piece, at, added));
        return new SegmentChange(kept, ended, begun, at);
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
        object?[] row = [segmentId, returnId, agency, dataset.Name, Period.MonthOf(days.From), days.From, days.To, at.UtcDateTime, null];
        work.BulkInsert("Segment", Columns, [row]);
        return segmentId;
    }

    private async Task<Segment> Begin(CoverageClaim holder, Period piece, DateTimeOffset at, (string ReturnId, CellAggregator Cells)? added)
    {
        var segmentId = Add(work, holder.ReturnId, agency, dataset, piece, at);
        DefinitionStore.RecordVersions(work, segmentId, dataset.Indicators);

        CellAggregator cells;
        if (added is { } fresh && fresh.ReturnId == holder.ReturnId) cells = fresh.Cells;
        else
        {
            if (await PurgedReturns.IsPurged(work, holder.ReturnId)) throw new ReturnPurgedException();
            cells = new CellAggregator(dataset, [piece]);
            await StoredRecordAggregator.Aggregate(work, dataset, holder.ReturnId, holder.Facts, piece, cells);
        }

        cells.Store(work, piece, segmentId);
        return new Segment { SegmentId = segmentId, ReturnId = holder.ReturnId, FromDay = piece.From, ToDay = piece.To, BeganAt = at };
    }

    private object CreateParameters(Period days) =>
        new { Agency = agency, Dataset = dataset.Name, FromMonth = Period.MonthOf(days.From), FromDay = days.From, ToDay = days.To };
}
