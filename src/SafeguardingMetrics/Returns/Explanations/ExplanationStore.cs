using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Explanations;

/// <summary>
/// Reads and writes explanations of queries. An explanation is never changed: one that is ended or said anew keeps its
/// row.
/// </summary>
internal static class ExplanationStore
{
    private const string Columns = """
        x.ExplanationId, x.Agency, x.Dataset, x.RuleCode AS [Rule], x.Field, x.RecordKey AS [Key], x.Reason, x.Note, x.UntilDay AS Until,
            x.SetAt, x.SetBy, x.EndedAt, x.EndedBy
        """;

    private static readonly Sql Holding = new("""
        SELECT x.RuleCode AS [Rule], x.Field, x.RecordKey AS [Key], x.ValuesHash, x.Reason
        FROM QueryExplanation x
        WHERE x.Agency = @Agency AND x.Dataset = @Dataset AND x.EndedAt IS NULL AND x.UntilDay >= @Today
        """);

    private static readonly Sql ChangedSince = new("""
        SELECT COUNT(*)
        FROM QueryExplanation x
        WHERE x.Agency = @Agency AND x.Dataset = @Dataset
            AND (x.SetAt >= @ReceivedAt OR x.EndedAt >= @ReceivedAt OR (x.UntilDay >= @ReceivedOn AND x.UntilDay < @Today))
            AND EXISTS (
                SELECT 1 FROM Finding f
                WHERE f.ReturnId = @ReturnId AND f.RuleCode = x.RuleCode AND f.Field = x.Field AND f.RecordKey = x.RecordKey)
        """);

    private static readonly Sql ById = new($"""
        SELECT {Columns}
        FROM QueryExplanation x
        WHERE x.ExplanationId = @ExplanationId AND (@Own IS NULL OR x.Agency = @Own)
        """);

    private static readonly Sql OfQuery = new($"""
        SELECT {Columns}
        FROM QueryExplanation x
        WHERE x.Agency = @Agency AND x.Dataset = @Dataset AND x.EndedAt IS NULL AND x.RuleCode = @Rule AND x.Field = @Field
            AND x.RecordKey = @Key
        """);

    private static readonly Sql HasValues = new("""
        SELECT COUNT(*) FROM QueryExplanation WHERE ExplanationId = @ExplanationId AND ValuesHash = @ValuesHash
        """);

    private static readonly Sql Listed = new($"""
        SELECT {Columns}
        FROM (
            SELECT v.ExplanationId, v.Agency, v.Dataset, v.RuleCode, v.Field, v.RecordKey, v.Reason, v.Note, v.UntilDay, v.SetAt, v.SetBy,
                v.EndedAt, v.EndedBy, ROW_NUMBER() OVER (ORDER BY v.SetAt DESC, v.ExplanationId DESC) AS Place
            FROM QueryExplanation v
            WHERE (@Own IS NULL OR v.Agency = @Own) AND (@Agency IS NULL OR v.Agency = @Agency)
                AND (@Dataset IS NULL OR v.Dataset = @Dataset) AND (@Rule IS NULL OR v.RuleCode = @Rule)
                AND (@HasEnded = 1 OR (v.EndedAt IS NULL AND v.UntilDay >= @Today))
                AND (@AfterAt IS NULL OR v.SetAt < @AfterAt OR (v.SetAt = @AfterAt AND v.ExplanationId < @AfterId))) x
        WHERE x.Place <= @Size
        ORDER BY x.Place
        """);

    private static readonly Sql Insert = new("""
        INSERT INTO QueryExplanation (ExplanationId, Agency, Dataset, RuleCode, Field, RecordKey, Reason, Note, UntilDay, ValuesHash, SetAt,
            SetBy)
        VALUES (@ExplanationId, @Agency, @Dataset, @Rule, @Field, @Key, @Reason, @Note, @Until, @ValuesHash, @SetAt, @SetBy)
        """);

    // It never ends before it was said, even where the clock was set back.
    private static readonly Sql Ending = new("""
        UPDATE QueryExplanation
        SET EndedAt = CASE WHEN SetAt > @At THEN SetAt ELSE @At END, EndedBy = @By
        WHERE ExplanationId = @ExplanationId AND EndedAt IS NULL
        """);

    private static readonly Sql RemoveOfKey = new("""
        DELETE FROM QueryExplanation WHERE Agency = @Agency AND Dataset = @Dataset AND RecordKey = @RecordKey
        """);

    private static readonly Sql RemoveOld = new("DELETE FROM QueryExplanation WHERE EndedAt < @Before OR UntilDay < @BeforeDay");

    /// <summary>The explained queries that hold on a day; null where there are none.</summary>
    public static async Task<ExplainedQueries?> FindExplained(
        ReadSession reading, string agency, string dataset, DateOnly today, IdentifierHasher hash)
    {
        var rows = await reading.Query<ExplainedRow>(Holding, new { Agency = agency, Dataset = dataset, Today = today });
        return rows.Count == 0
            ? null
            : new ExplainedQueries(
                rows.Select(row => new ExplainedQuery(row.Rule, row.Field, row.Key, row.ValuesHash, row.Reason)), hash);
    }

    /// <summary>
    /// True where a finding of a return has been explained since the return was received, or is explained no longer, so
    /// that the same records would be answered otherwise now.
    /// </summary>
    public static async Task<bool> HaveChanged(ReadSession reading, Receipt receipt, DateOnly today) =>
        await reading.Count(ChangedSince, new
        {
            receipt.ReturnId,
            receipt.Agency,
            receipt.Dataset,
            receipt.ReceivedAt,
            ReceivedOn = London.DayOf(receipt.ReceivedAt),
            Today = today,
        }) > 0;

    /// <summary>An explanation, where the caller may see it.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="id">The id.</param>
    /// <param name="own">The agency whose explanations the caller may see; null for all.</param>
    public static Task<Explanation?> Find(ReadSession reading, string id, string? own) =>
        reading.First<Explanation>(ById, new { ExplanationId = id, Own = own });

    /// <summary>Explanations, the newest first.</summary>
    public static Task<IReadOnlyList<Explanation>> List(ReadSession reading, string? own, ExplanationQuery query, int size) =>
        reading.Query<Explanation>(Listed, new
        {
            Own = own,
            query.Agency,
            query.Dataset,
            query.Rule,
            query.HasEnded,
            query.Today,
            query.AfterAt,
            query.AfterId,
            Size = size,
        });

    /// <summary>
    /// Stores an explanation and ends the one that stood for the same query. Nothing is written where that one says the
    /// same of the same values.
    /// </summary>
    /// <returns>The explanation that holds, and whether it is new.</returns>
    public static async Task<(Explanation Explanation, bool IsNew)> Set(UnitOfWork work, Explanation said, string valuesHash)
    {
        // A retry after a commit whose confirmation was lost.
        if (await Find(work, said.ExplanationId, null) is { } stored) return (stored, true);
        if (await work.First<Explanation>(OfQuery, new { said.Agency, said.Dataset, said.Rule, said.Field, said.Key }) is { } before)
        {
            var isSame = (before.Reason, before.Note, before.Until) == (said.Reason, said.Note, said.Until)
                && await work.Count(HasValues, new { before.ExplanationId, ValuesHash = valuesHash }) > 0;
            if (isSame) return (before, false);
            await work.Execute(Ending, new { before.ExplanationId, At = said.SetAt, By = said.SetBy });
        }

        await work.Execute(Insert, new
        {
            said.ExplanationId,
            said.Agency,
            said.Dataset,
            said.Rule,
            said.Field,
            said.Key,
            said.Reason,
            said.Note,
            said.Until,
            ValuesHash = valuesHash,
            said.SetAt,
            said.SetBy,
        });
        await work.Commit();
        return (said, true);
    }

    /// <summary>Ends an explanation and returns it.</summary>
    public static async Task<Explanation> End(UnitOfWork work, string id, DateTimeOffset at, string by)
    {
        await work.Execute(Ending, new { ExplanationId = id, At = at, By = by });
        var ended = await Find(work, id, null);
        await work.Commit();
        return ended!;
    }

    /// <summary>Removes what was said of a record, when the child that it is about is erased.</summary>
    /// <returns>How many explanations there were.</returns>
    public static Task<int> Remove(UnitOfWork work, string agency, string dataset, string key) =>
        work.Execute(RemoveOfKey, new { Agency = agency, Dataset = dataset, RecordKey = key });

    /// <summary>Removes explanations that ended, or whose day passed, before an instant.</summary>
    public static Task<bool> RemoveEnded(UnitOfWork work, DateTimeOffset before) =>
        work.ExecuteAndCommit(RemoveOld, new { Before = before, BeforeDay = London.DayOf(before) });

    private sealed record ExplainedRow
    {
        public required string Rule { get; init; }

        public required string Field { get; init; }

        public required string Key { get; init; }

        public required string ValuesHash { get; init; }

        public required string Reason { get; init; }
    }
}
