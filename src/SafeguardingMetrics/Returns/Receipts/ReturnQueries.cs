using System.Text.Json;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>Reads returns and their findings.</summary>
internal static class ReturnQueries
{
    /// <summary>SQL that selects returns <c>r</c> with their present status.</summary>
    // A stored return without a segment in force is superseded: nothing is written when it becomes so. What a return changed
    // on other days does not hold its own.
    internal const string WithStatus = """
        SELECT r.ReturnId, r.Agency, r.Dataset, r.FromDay, r.ToDay, r.ReceivedAt, r.Received, r.Accepted, r.Rejected, r.Queried,
            r.Explained, r.Reason, r.IsChanges, r.Receipt, CASE
                WHEN r.WithdrawnAt IS NOT NULL THEN 'withdrawn'
                WHEN r.Status = 'rejected' THEN r.Status
                WHEN r.Status = 'held' THEN (
                    SELECT COALESCE(h.Ending, 'held') FROM HeldReturn h WHERE h.ReturnId = r.ReturnId)
                WHEN r.IsChanges = 1 AND r.Accepted = 0 THEN r.Status
                WHEN NOT EXISTS (
                    SELECT 1
                    FROM Segment s
                    WHERE s.ReturnId = r.ReturnId AND s.EndedAt IS NULL AND (s.CoversDays = 1 OR r.IsChanges = 1)) THEN 'superseded'
                ELSE r.Status
            END AS Status
        FROM AgencyReturn r
        """;

    private static readonly Sql ById = new($"{WithStatus}\nWHERE r.ReturnId = @ReturnId AND (@Own IS NULL OR r.Agency = @Own)");

    private static readonly Sql Listed = new($"""
        SELECT x.ReturnId, x.Agency, x.Dataset, x.FromDay, x.ToDay, x.ReceivedAt, x.Received, x.Accepted, x.Rejected, x.Queried,
            x.Explained, x.Reason, x.IsChanges, NULL AS Receipt, x.Status
        FROM (
            SELECT v.ReturnId, v.Agency, v.Dataset, v.FromDay, v.ToDay, v.ReceivedAt, v.Received, v.Accepted, v.Rejected, v.Queried,
                v.Explained, v.Reason, v.IsChanges, v.Status,
                ROW_NUMBER() OVER (ORDER BY v.ReceivedAt DESC, v.ReturnId DESC) AS Place
            FROM ({WithStatus}
                WHERE (@Own IS NULL OR r.Agency = @Own) AND (@Agency IS NULL OR r.Agency = @Agency)
                    AND (@Dataset IS NULL OR r.Dataset = @Dataset)
                    AND (@FromDay IS NULL OR r.ToDay >= @FromDay) AND (@ToDay IS NULL OR r.FromDay <= @ToDay)
                    AND (@AfterAt IS NULL OR r.ReceivedAt < @AfterAt OR (r.ReceivedAt = @AfterAt AND r.ReturnId < @AfterId))) v
            WHERE @Status IS NULL OR v.Status = @Status) x
        WHERE x.Place <= @Size
        ORDER BY x.Place
        """);

    private static readonly Sql FindingsById = new("""
        SELECT f.FindingNumber AS Number, f.RecordNumber AS Record, f.LineNumber AS Line, f.RecordKey AS KeyValue, f.RuleCode AS RuleOf,
            f.Field, f.Severity, b.Message, f.Detail, f.FoundValue, f.Explained
        FROM Finding f
        JOIN RuleBreach b ON b.ReturnId = f.ReturnId AND b.RuleCode = f.RuleCode AND b.Field = f.Field
        WHERE f.ReturnId = @ReturnId AND f.FindingNumber > @After AND f.FindingNumber - @After <= @Size
        ORDER BY f.FindingNumber
        """);

    /// <summary>A return, where the caller may see it.</summary>
    public static Task<StoredReturn?> Find(ReadSession reading, string returnId, string? own) =>
        reading.First<StoredReturn>(ById, new { ReturnId = returnId, Own = own });

    /// <summary>
    /// The receipt of a return as it was given, with the present status of the return; null where there is no return of
    /// this id, or the caller may not see it.
    /// </summary>
    public static async Task<Receipt?> FindReceipt(ReadSession reading, string returnId, string? own) =>
        await Find(reading, returnId, own) is { } stored ? await ReadReceipt(reading, stored) : null;

    /// <summary>Returns, newest first.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="own">The agency whose returns the caller may see; null for all.</param>
    /// <param name="query">Which returns are asked for.</param>
    /// <param name="size">The most that are listed.</param>
    public static async Task<IReadOnlyList<ReturnSummary>> List(ReadSession reading, string? own, ReturnQuery query, int size)
    {
        var rows = await reading.Query<StoredReturn>(Listed, new
        {
            Own = own,
            query.Agency,
            query.Dataset,
            query.Status,
            FromDay = query.From,
            ToDay = query.To,
            query.AfterAt,
            query.AfterId,
            Size = size,
        });
        return [.. rows.Select(ToSummary)];
    }

    /// <summary>The receipt as it was given, with the status that the return has now.</summary>
    public static async Task<Receipt> ReadReceipt(ReadSession reading, StoredReturn stored)
    {
        if (stored.Receipt is { } given)
            return JsonSerializer.Deserialize<Receipt>(given, ApiJson.Options)! with { Status = stored.Status };
        var findings = await ListFindings(reading, stored.ReturnId, 0, FindingCollector.InReceipt);
        return new Receipt
        {
            ReturnId = stored.ReturnId,
            Agency = stored.Agency,
            Dataset = stored.Dataset,
            Period = new Period(stored.FromDay, stored.ToDay),
            Status = stored.Status,
            Reason = stored.Reason,
            ReceivedAt = stored.ReceivedAt,
            Supersedes = [],
            Records = GetCounts(stored),
            Rules = [],
            Findings = [.. findings.Select(finding => finding.Finding)],
            Indicators = [],
        };
    }

    /// <summary>Findings of a return with a number above <paramref name="after"/>, in their order.</summary>
    public static async Task<IReadOnlyList<(int Number, Finding Finding)>> ListFindings(
        ReadSession reading, string returnId, int after, int size)
    {
        var rows = await reading.Query<FindingRow>(FindingsById, new { ReturnId = returnId, After = after, Size = size });
        return
        [
            .. rows.Select(row => (row.Number, new Finding
            {
                Record = row.Record,
                Line = row.Line,
                Key = row.KeyValue,
                Field = row.Field is "" ? null : row.Field,
                Rule = row.RuleOf,
                Severity = row.Severity,
                Message = Finding.CreateMessage(row.Detail, row.Message),
                Value = row.FoundValue,
                Explained = row.Explained,
            }.WithDetail(row.Detail))),
        ];
    }

    private static ReturnSummary ToSummary(StoredReturn row) =>
        new(
            row.ReturnId,
            row.Agency,
            row.Dataset,
            new Period(row.FromDay, row.ToDay),
            row.Status,
            row.ReceivedAt,
            GetCounts(row),
            row.Reason);

    private static RecordCounts GetCounts(StoredReturn row) =>
        new(row.Received, row.Accepted, row.Rejected, row.Queried, row.Explained ?? 0);

    private sealed record FindingRow
    {
        public required int Number { get; init; }

        public required int? Record { get; init; }

        public required int? Line { get; init; }

        public required string? KeyValue { get; init; }

        public required string RuleOf { get; init; }

        public required string Field { get; init; }

        public required string Severity { get; init; }

        public required string Message { get; init; }

        public required string? Detail { get; init; }

        public required string? FoundValue { get; init; }

        public required string? Explained { get; init; }
    }
}
