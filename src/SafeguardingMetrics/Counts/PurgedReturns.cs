using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>Returns whose records and findings are no longer kept.</summary>
internal static class PurgedReturns
{
    // Nothing of it has been in force since: its days have all passed to others, it was withdrawn, or it never was. One
    // that is held may still be confirmed. What it takes away on other days needs none of its records.
    private const string IsDue = """
        r.ReceivedAt < @Before AND (r.WithdrawnAt IS NULL OR r.WithdrawnAt < @Before)
            AND NOT EXISTS (
                SELECT 1
                FROM Segment s
                WHERE s.ReturnId = r.ReturnId AND (s.CoversDays = 1 OR r.IsChanges = 1) AND (s.EndedAt IS NULL OR s.EndedAt >= @Before))
            AND NOT EXISTS (SELECT 1 FROM HeldReturn h WHERE h.ReturnId = r.ReturnId AND (h.EndedAt IS NULL OR h.EndedAt >= @Before))
            AND NOT EXISTS (SELECT 1 FROM ForgottenReturn f WHERE f.ReturnId = r.ReturnId)
        """;

    private static readonly Sql DueReturns = new($"""
        SELECT x.ReturnId, x.Agency, x.Dataset
        FROM (SELECT r.ReturnId, r.Agency, r.Dataset, ROW_NUMBER() OVER (ORDER BY r.ReceivedAt, r.ReturnId) AS Place
            FROM AgencyReturn r WHERE {IsDue}) x
        WHERE x.Place <= @Size
        ORDER BY x.Place
        """);

    private static readonly Sql StillDue = new($"SELECT COUNT(*) FROM AgencyReturn r WHERE r.ReturnId = @ReturnId AND {IsDue}");
    private static readonly Sql Forgotten = new("SELECT COUNT(*) FROM ForgottenReturn WHERE ReturnId = @ReturnId");
    private static readonly Sql Behind = new(
        $"""
        SELECT COUNT(*)
        FROM Segment s
        JOIN ForgottenReturn f ON f.ReturnId = s.ReturnId
        JOIN AgencyReturn r ON r.ReturnId = s.ReturnId
        WHERE {FigureStore.InForce} AND (s.CoversDays = 1 OR r.IsChanges = 1)
        """);

    /// <summary>The next returns to forget, the oldest first.</summary>
    public static Task<IReadOnlyList<PurgeCandidate>> ListDueForPurge(ReadSession reading, DateTimeOffset before, int size) =>
        reading.Query<PurgeCandidate>(DueReturns, new { Before = before, Size = size });

    /// <summary>True where it is still to be forgotten: it may have been given days back in the meantime.</summary>
    public static async Task<bool> IsDueForPurge(ReadSession reading, string returnId, DateTimeOffset before) =>
        await reading.Count(StillDue, new { ReturnId = returnId, Before = before }) > 0;

    /// <summary>True where a return's records are gone.</summary>
    public static async Task<bool> IsPurged(ReadSession reading, string returnId) =>
        await reading.Count(Forgotten, new { ReturnId = returnId }) > 0;

    /// <summary>True where figures rest on a return whose records are gone.</summary>
    public static async Task<bool> AnyInForce(ReadSession reading, CountQuery query) =>
        await reading.Count(Behind, FigureStore.CreateParameters(query)) > 0;
}

/// <summary>A return whose records are to be removed: it has been out of force for the retention period.</summary>
internal sealed record PurgeCandidate
{
    /// <summary>Its id.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }
}
