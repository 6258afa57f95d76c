using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>
/// The segments of one agency and dataset that say which days belong to which return. A stored segment only ever changes
/// by being ended.
/// </summary>
internal sealed class SegmentStore(UnitOfWork work, Dataset dataset, string agency)
{
    private static readonly IReadOnlyList<string> Columns =
        ["SegmentId", "ReturnId", "Agency", "Dataset", "MonthOn", "FromDay", "ToDay", "BeganAt", "EndedAt", "CoversDays"];

    /// <summary>SQL that selects claims from the returns <c>r</c>.</summary>
    internal const string SelectClaims =
        "SELECT r.ReturnId, r.Agency, r.FromDay, r.ToDay, r.Ordinal, r.ReceivedOn, r.IsChanges FROM AgencyReturn r";

    /// <summary>The claim of one return.</summary>
    internal static readonly Sql ClaimById = new($"{SelectClaims} WHERE r.ReturnId = @ReturnId");

    /// <summary>The condition that a return <c>r</c> was taken and is not withdrawn.</summary>
    internal const string IsTaken = "r.Status NOT IN ('rejected', 'held', 'arriving') AND r.WithdrawnAt IS NULL";

    private static readonly Sql InForce = new("""
        SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt, CoversDays
        FROM Segment
        WHERE Agency = @Agency AND Dataset = @Dataset AND EndedAt IS NULL AND CoversDays = 1
            AND MonthOn >= @FromMonth AND FromDay <= @ToDay AND ToDay >= @FromDay
        """);

    /// <summary>The returns that cover days from @FromDay to @ToDay.</summary>
    internal static readonly Sql Claims = new($"""
        {SelectClaims}
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.Status NOT IN ('rejected', 'held') AND r.WithdrawnAt IS NULL
            AND r.IsChanges = 0 AND r.FromDay <= @ToDay AND r.ToDay >= @FromDay
        """);

    private static readonly Sql End = new("UPDATE Segment SET EndedAt = @EndedAt WHERE SegmentId = @SegmentId");

    private static readonly Sql InForceOfReturn = new("""
        SELECT SegmentId, ReturnId, FromDay, ToDay, BeganAt, CoversDays
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
    /// <returns>Which segments were ended and begun.</returns>
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
        foreach (var segment in ended) await EndAt(work, segment.SegmentId, at);
        var begun = new List<Segment>();
        foreach (var (holder, piece) in pieces)
            if (!kept.Any(segment => segment.Days == piece)) begun.Add(await Begin(holder, piece, at, added));
        return new SegmentChange(ended, begun, at);
    }

    /// <summary>Ends a segment and begins another over the same days of the same return, still without cells.</summary>
    /// <returns>The new segment's id.</returns>
    public static async Task<string> Continue(UnitOfWork work, OutdatedSegment old, Dataset dataset, DateTimeOffset at)
    {
        await EndAt(work, old.SegmentId, at);
        var segmentId = Add(work, old.ReturnId, old.Agency, dataset, old.Days, at, old.CoversDays);
        if (!old.CoversDays) await SegmentContent.Copy(work, old.SegmentId, segmentId);
        return segmentId;
    }

    /// <summary>Ends a segment.</summary>
    internal static Task EndAt(UnitOfWork work, string segmentId, DateTimeOffset at) =>
        work.Execute(End, new { EndedAt = at, SegmentId = segmentId });

    /// <summary>Adds the rows of segments.</summary>
    internal static void Add(UnitOfWork work, string agency, Dataset dataset, IReadOnlyList<Segment> segments) =>
        work.BulkInsert("Segment", Columns, segments.Select(segment => new object?[]
        {
            segment.SegmentId, segment.ReturnId, agency, dataset.Name, Period.MonthOf(segment.FromDay), segment.FromDay, segment.ToDay,
            segment.BeganAt.UtcDateTime, null, segment.CoversDays,
        }));

    private static string Add(
        UnitOfWork work, string returnId, string agency, Dataset dataset, Period days, DateTimeOffset at, bool coversDays)
    {
        var segment = new Segment
        {
            SegmentId = Guid.CreateVersion7().ToString(),
            ReturnId = returnId,
            FromDay = days.From,
            ToDay = days.To,
            BeganAt = at,
            CoversDays = coversDays,
        };
        Add(work, agency, dataset, [segment]);
        return segment.SegmentId;
    }

    private async Task<Segment> Begin(CoverageClaim holder, Period piece, DateTimeOffset at, (string ReturnId, CellAggregator Cells)? added)
    {
        var segmentId = Add(work, holder.ReturnId, holder.Agency, dataset, piece, at, coversDays: true);
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
        return new Segment
        {
            SegmentId = segmentId,
            ReturnId = holder.ReturnId,
            FromDay = piece.From,
            ToDay = piece.To,
            BeganAt = at,
            CoversDays = true,
        };
    }

    private object CreateParameters(Period days) =>
        new { Agency = agency, Dataset = dataset.Name, FromMonth = Period.MonthOf(days.From), FromDay = days.From, ToDay = days.To };
}
