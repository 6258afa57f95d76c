using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>
/// On which day the records of a return were judged last, of what depends on that day: the day of receipt, or the day of a
/// later return of changes of the agency.
/// </summary>
internal sealed class JudgingDays
{
    private static readonly Sql OfQuery = new($"""
        SELECT s.Agency, s.Ordinal, s.JudgedOn
        FROM JudgingReturn s
        WHERE s.Dataset = @Dataset AND {AsOf.Condition} AND (@Agency IS NULL OR s.Agency = @Agency)
        ORDER BY s.Agency, s.Ordinal
        """);

    private static readonly Sql Insert = new("""
        INSERT INTO JudgingReturn (Agency, Dataset, Ordinal, ReturnId, JudgedOn, BeganAt, EndedAt)
        VALUES (@Agency, @Dataset, @Ordinal, @ReturnId, @JudgedOn, @BeganAt, NULL)
        """);

    private static readonly Sql EndOne = new("""
        UPDATE JudgingReturn SET EndedAt = @EndedAt WHERE ReturnId = @ReturnId AND EndedAt IS NULL
        """);

    private readonly Dictionary<string, IReadOnlyList<Judging>> ofAgencies;

    private JudgingDays(IEnumerable<Row> rows) =>
        ofAgencies = rows.GroupBy(row => row.Agency, StringComparer.Ordinal).ToDictionary(
            agency => agency.Key,
            agency => (IReadOnlyList<Judging>)[.. agency.Select(row => new Judging(row.Ordinal, row.JudgedOn))],
            StringComparer.Ordinal);

    /// <summary>Those of one agency and dataset, as of now.</summary>
    public static async Task<JudgingDays> Read(ReadSession reading, string agency, string dataset) =>
        new(await reading.Query<Row>(OfQuery, new { Agency = agency, Dataset = dataset, KnownAt = (DateTimeOffset?)null }));

    /// <summary>Those behind figures, as of the instant that is asked about.</summary>
    public static async Task<JudgingDays> Read(ReadSession reading, CountQuery query) =>
        query.Dataset.OpenUntilField is null
            ? new([])
            : new(await reading.Query<Row>(
                OfQuery, new { query.Selection.Agency, Dataset = query.Dataset.Name, query.Selection.KnownAt }));

    /// <summary>Notes that a return of changes judges from an instant on.</summary>
    public static Task Begin(
        UnitOfWork work, string agency, string dataset, int ordinal, string returnId, DateOnly on, DateTimeOffset at) =>
        work.Execute(Insert, new
        {
            Agency = agency,
            Dataset = dataset,
            Ordinal = ordinal,
            ReturnId = returnId,
            JudgedOn = on,
            BeganAt = at,
        });

    /// <summary>Notes that a return judges no longer; any other stays as it is.</summary>
    public static Task End(UnitOfWork work, string returnId, DateTimeOffset at) =>
        work.Execute(EndOne, new { ReturnId = returnId, EndedAt = at });

    /// <summary>The judging returns of an agency after one of its returns, the oldest first.</summary>
    public IEnumerable<Judging> ListAfter(string agency, int ordinal) =>
        ofAgencies.TryGetValue(agency, out var all) ? all.Where(judging => judging.Ordinal > ordinal) : [];

    /// <summary>The newest judging return of an agency; null for none.</summary>
    public Judging? FindNewest(string agency) => ofAgencies.TryGetValue(agency, out var all) ? all[^1] : null;

    /// <summary>The day on which the records of a return that are in force were judged last.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="ordinal">The return's place among those of the agency and dataset.</param>
    /// <param name="receivedOn">The day in England on which it arrived.</param>
    public DateOnly Find(string agency, int ordinal, DateOnly receivedOn) =>
        ListAfter(agency, ordinal).Select(judging => judging.On).Append(receivedOn).Max();

    private sealed record Row
    {
        public required string Agency { get; init; }

        public required int Ordinal { get; init; }

        public required DateOnly JudgedOn { get; init; }
    }
}

/// <summary>A return of changes that judges the open records of those before it.</summary>
/// <param name="Ordinal">Its place among the agency's returns of the dataset.</param>
/// <param name="On">The day in England on which it arrived.</param>
internal sealed record Judging(int Ordinal, DateOnly On);
