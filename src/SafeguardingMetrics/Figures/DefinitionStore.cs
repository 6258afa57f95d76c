using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Figures;

/// <summary>
/// Keeps by which version of its definition an indicator's cells of each segment were worked out. The first version
/// needs no row.
/// </summary>
internal static class DefinitionStore
{
    private const string Table = "SegmentDefinition";
    private const int First = 1;
    private static readonly IReadOnlyList<string> LoadedColumns = ["SegmentId", "Indicator", "Version"];

    private const string OfAnother = """
        FROM Segment s
        JOIN AgencyReturn r ON r.ReturnId = s.ReturnId
        LEFT JOIN SegmentDefinition d ON d.SegmentId = s.SegmentId AND d.Indicator = @Indicator
        WHERE s.Dataset = @Dataset AND s.EndedAt IS NULL AND COALESCE(d.Version, 1) <> @Version
            AND (@ReturnId IS NULL OR s.ReturnId = @ReturnId)
        """;

    private const string Columns =
        "s.SegmentId, s.ReturnId, s.Agency, s.FromDay, s.ToDay, s.BeganAt, s.CoversDays, r.FromDay AS ReturnFrom, r.ToDay AS ReturnTo, "
        + "r.ReceivedOn";

    private static readonly Sql Behind = new($"""
        SELECT {Columns}
        {OfAnother}
        ORDER BY s.Agency, s.FromDay
        """);

    private static readonly Sql OfReturn = new($"""
        SELECT {Columns}
        FROM Segment s
        JOIN AgencyReturn r ON r.ReturnId = s.ReturnId
        WHERE s.ReturnId = @ReturnId AND s.EndedAt IS NULL
        ORDER BY s.FromDay
        """);

    private static readonly Sql Restating = new($"""
        SELECT {Columns}
        FROM Segment s
        JOIN AgencyReturn r ON r.ReturnId = s.ReturnId
        WHERE s.EndedAt IS NULL AND s.SegmentId IN (SELECT x.SegmentId FROM RestatedRecord x WHERE x.ReturnId = @ReturnId)
        ORDER BY s.FromDay
        """);

    private static readonly Sql OfSegment = new("""
        SELECT SegmentId, Indicator, Version FROM SegmentDefinition WHERE SegmentId = @SegmentId
        """);

    private static readonly Sql CopyAll = new(
        "INSERT INTO SegmentDefinition (SegmentId, Indicator, Version) SELECT @To, d.Indicator, d.Version FROM SegmentDefinition d "
        + "WHERE d.SegmentId = @From");

    private static readonly Sql HowManyBehind = new($"SELECT COUNT(*) {OfAnother}");

    private static readonly Sql Versions = new($"""
        SELECT s.SegmentId, d.Indicator, d.Version
        FROM Segment s
        JOIN SegmentDefinition d ON d.SegmentId = s.SegmentId
        WHERE {FigureStore.InForce}
        """);

    private static readonly Sql CopyOthers = new(
        "INSERT INTO SegmentDefinition (SegmentId, Indicator, Version) SELECT @To, d.Indicator, d.Version FROM SegmentDefinition d "
        + "WHERE d.SegmentId = @From AND d.Indicator <> @Indicator");

    /// <summary>
    /// Notes that a segment's cells are worked out by the present definitions, of all the dataset's indicators or of
    /// one.
    /// </summary>
    public static void RecordVersions(UnitOfWork work, string segmentId, IEnumerable<DatasetIndicator> indicators) =>
        RecordVersions(work, [segmentId], indicators);

    /// <summary>The same for several segments.</summary>
    public static void RecordVersions(UnitOfWork work, IReadOnlyList<string> segments, IEnumerable<DatasetIndicator> indicators)
    {
        var later = indicators.Where(indicator => indicator.Version != First).ToList();
        if (later.Count == 0) return;
        work.BulkInsert(Table, LoadedColumns, segments.SelectMany(segmentId => later.Select(
            indicator => (object?[])[segmentId, indicator.Code, indicator.Version])));
    }

    /// <summary>Notes of a segment that continues another what is noted of that, one indicator aside.</summary>
    public static Task CopyVersions(UnitOfWork work, string from, string to, DatasetIndicator except) =>
        work.Execute(CopyOthers, new { From = from, To = to, Indicator = except.Code });

    /// <summary>Notes of a segment that continues another all that is noted of that.</summary>
    public static Task CopyVersions(UnitOfWork work, string from, string to) => work.Execute(CopyAll, new { From = from, To = to });

    /// <summary>
    /// The segments in force that count records of one return, whichever versions their cells are of: its own, and those of
    /// newer returns that take records of it away.
    /// </summary>
    public static async Task<IReadOnlyList<OutdatedSegment>> ListSegments(ReadSession reading, string returnId)
    {
        var of = new { ReturnId = returnId };
        return [.. await reading.Query<OutdatedSegment>(OfReturn, of), .. await reading.Query<OutdatedSegment>(Restating, of)];
    }

    /// <summary>The indicators of a dataset whose cells of a segment are of the present version.</summary>
    public static async Task<IReadOnlyList<DatasetIndicator>> ListCurrent(ReadSession reading, Dataset dataset, string segmentId)
    {
        var noted = (await reading.Query<VersionRow>(OfSegment, new { SegmentId = segmentId }))
            .ToDictionary(row => row.Indicator, row => row.Version);
        return [.. dataset.Indicators.Where(indicator => noted.GetValueOrDefault(indicator.Code, First) == indicator.Version)];
    }

    /// <summary>
    /// The segments in force, of one return or of all, whose cells are of another version of the definition than the
    /// present.
    /// </summary>
    public static Task<IReadOnlyList<OutdatedSegment>> ListOutdated(
        ReadSession reading, Dataset dataset, DatasetIndicator indicator, string? returnId = null) =>
        reading.Query<OutdatedSegment>(Behind, Parameters(dataset, indicator, returnId));

    /// <summary>True where there is such a segment.</summary>
    public static async Task<bool> HasOutdated(ReadSession reading, Dataset dataset, DatasetIndicator indicator) =>
        await reading.Count(HowManyBehind, Parameters(dataset, indicator, null)) > 0;

    /// <summary>
    /// By which version the cells behind figures were worked out: a function of segment and indicator.
    /// </summary>
    public static async Task<Func<string, DatasetIndicator, int>> ReadVersions(ReadSession reading, CountQuery query)
    {
        var versions = (await reading.Query<VersionRow>(Versions, FigureStore.CreateParameters(query))).ToDictionary(
            row => (row.SegmentId, row.Indicator), row => row.Version);
        return (segmentId, indicator) => versions.GetValueOrDefault((segmentId, indicator.Code), First);
    }

    /// <summary>
    /// The first indicator asked for whose figures rest on cells of another version than the present, so that its
    /// records, which are read by the present one, need not add up to them; or null.
    /// </summary>
    public static async Task<DatasetIndicator?> FindOutdatedIndicator(ReadSession reading, CountQuery query)
    {
        var held = await FigureStore.ListSegmentsInForce(reading, query);
        var versionOf = await ReadVersions(reading, query);
        return query.Indicators.FirstOrDefault(indicator => held.Any(days => versionOf(days.SegmentId, indicator) != indicator.Version));
    }

    private static object Parameters(Dataset dataset, DatasetIndicator indicator, string? returnId) =>
        new { Dataset = dataset.Name, Indicator = indicator.Code, indicator.Version, ReturnId = returnId };

    private sealed record VersionRow
    {
        public required string SegmentId { get; init; }

        public required string Indicator { get; init; }

        public required int Version { get; init; }
    }
}

/// <summary>A segment in force whose cells of one indicator are of another version than the present.</summary>
internal sealed record OutdatedSegment
{
    /// <summary>The segment.</summary>
    public required string SegmentId { get; init; }

    /// <summary>The return that the days belong to.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The agency that sent it.</summary>
    public required string Agency { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>The instant since which they do.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The first day of the return's own period.</summary>
    public required DateOnly ReturnFrom { get; init; }

    /// <summary>The last day of the return's own period.</summary>
    public required DateOnly ReturnTo { get; init; }

    /// <summary>The day on which the return arrived.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>True where the days belong to the return; false where the segment has what the return changes on them.</summary>
    public required bool CoversDays { get; init; }

    /// <summary>The days.</summary>
    public Period Days => new(FromDay, ToDay);

    /// <summary>The segment as its records are counted again.</summary>
    public CountedSegment Counted =>
        new(SegmentId, ReturnId, Days, CoversDays, new ReturnContext(Agency, ReturnFrom, ReturnTo, ReceivedOn));
}
