using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>The table of audit lines. Lines are inserted and read, never updated or deleted.</summary>
internal static class AuditStore
{
    // A unit of work that is retried may find its own line, committed although the confirmation was lost.
    private static readonly Sql Insert = new("""
        INSERT INTO AuditLine (LineId, OccurredAt, Act, Outcome, ActorKey, Agency, FromAddress, Subject, Records, Times, TraceId)
        SELECT @LineId, @OccurredAt, @Act, @Outcome, @ActorKey, @Agency, @FromAddress, @Subject, @Records, @Times, @TraceId
        WHERE NOT EXISTS (SELECT 1 FROM AuditLine WHERE LineId = @LineId)
        """);

    private static readonly Sql Listed = new("""
        SELECT x.LineId, x.OccurredAt, x.Act, x.Outcome, x.ActorKey, x.Agency, x.FromAddress, x.Subject, x.Records, x.Times, x.TraceId
        FROM (
            SELECT a.LineId, a.OccurredAt, a.Act, a.Outcome, a.ActorKey, a.Agency, a.FromAddress, a.Subject, a.Records, a.Times, a.TraceId,
                ROW_NUMBER() OVER (ORDER BY a.OccurredAt DESC, a.LineId DESC) AS Place
            FROM AuditLine a
            WHERE (@FromAt IS NULL OR a.OccurredAt >= @FromAt) AND (@BeforeAt IS NULL OR a.OccurredAt < @BeforeAt)
                AND (@ActorKey IS NULL OR a.ActorKey = @ActorKey) AND (@Act IS NULL OR a.Act = @Act)
                AND (@AfterAt IS NULL OR a.OccurredAt < @AfterAt OR (a.OccurredAt = @AfterAt AND a.LineId < @AfterId))) x
        WHERE x.Place <= @Size
        ORDER BY x.Place
        """);

    /// <summary>Inserts a line, unless its id is there.</summary>
    public static Task Add(UnitOfWork work, AuditLine line) => work.Execute(Insert, line);

    /// <summary>Lines, newest first.</summary>
    public static Task<IReadOnlyList<AuditLine>> List(
        ReadSession reading, AuditQuery query, (DateTimeOffset? At, string? Id) after, int size) =>
        reading.Query<AuditLine>(Listed, new
        {
            FromAt = query.From,
            BeforeAt = query.Before,
            ActorKey = query.Actor,
            query.Act,
            AfterAt = after.At,
            AfterId = after.Id,
            Size = size,
        });
}
