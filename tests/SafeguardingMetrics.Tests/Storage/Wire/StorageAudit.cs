using System.Net;
using Microsoft.Data.SqlClient;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>
/// What is stored, reckoned against the receipts that a job holds. It looks past the network, so that it sees what is
/// there.
/// </summary>
/// <param name="Lost">Receipts without a return, or that the API no longer gives.</param>
/// <param name="Doubled">Returns that no receipt is for, and returns in force beside the newest.</param>
/// <param name="Halved">Returns whose records, findings or days are not those of the receipt, and rows that belong to
/// no return.</param>
internal sealed record StorageAudit(int Lost, int Doubled, int Halved)
{
    // What a return has by itself; a month is one segment each time it takes the days, and takes them back at another's
    // withdrawal.
    private const string Returns = """
        SELECT r.ReturnId,
            CASE WHEN r.WithdrawnAt IS NULL THEN 0 ELSE 1 END,
            (SELECT COUNT(*) FROM StatutoryVisit v WHERE v.ReturnId = r.ReturnId),
            (SELECT COUNT(*) FROM Finding f WHERE f.ReturnId = r.ReturnId),
            (SELECT COUNT(*) FROM Segment s WHERE s.ReturnId = r.ReturnId AND s.EndedAt IS NULL),
            (SELECT COUNT(*) FROM Segment s WHERE s.ReturnId = r.ReturnId),
            (SELECT COUNT(*) FROM Segment s WHERE s.ReturnId = r.ReturnId
                AND (SELECT SUM(c.Denominator) FROM Cell c
                    WHERE c.SegmentId = s.SegmentId AND c.Indicator = 'visits-on-time' AND c.Dimension = 'all') = r.Accepted)
        FROM AgencyReturn r
        """;

    private const string Orphans = """
        SELECT (SELECT COUNT(*) FROM StatutoryVisit WHERE ReturnId NOT IN (SELECT ReturnId FROM AgencyReturn))
            + (SELECT COUNT(*) FROM Finding WHERE ReturnId NOT IN (SELECT ReturnId FROM AgencyReturn))
            + (SELECT COUNT(*) FROM RuleBreach WHERE ReturnId NOT IN (SELECT ReturnId FROM AgencyReturn))
            + (SELECT COUNT(*) FROM Segment WHERE ReturnId NOT IN (SELECT ReturnId FROM AgencyReturn))
            + (SELECT COUNT(*) FROM Cell WHERE SegmentId NOT IN (SELECT SegmentId FROM Segment))
        """;

    /// <summary>What every run of faults must come to.</summary>
    public static StorageAudit Nothing { get; } = new(0, 0, 0);

    /// <summary>Reckons every return that a job sent.</summary>
    /// <param name="home">A service that reaches the database past the network.</param>
    /// <param name="job">The job, the only one that sent anything.</param>
    public static async Task<StorageAudit> Run(TestService home, NightlyJob job)
    {
        int lost = 0, doubled = 0, halved = 0;
        var stored = Rows(home.ConnectionString);
        foreach (var kept in job.Receipts)
        {
            var isInForce = !kept.IsWithdrawn && kept == job.Receipts.Last(receipt => !receipt.IsWithdrawn);
            if (!stored.Remove(kept.ReturnId, out var row) || row.IsWithdrawn != kept.IsWithdrawn) lost++;
            else if ((row.Records, row.Findings) != (kept.Accepted, kept.Findings)
                || row.Segments == 0
                || row.Segments != row.WholeSegments)
                halved++;
            else if (row.InForce > 1 || (row.InForce == 1 && !isInForce)) doubled++;
            else if (row.InForce == 0 && isInForce) halved++;
        }

        doubled += stored.Count;
        if (Count(home.ConnectionString, Orphans) > 0) halved++;
        if (!await IsNewestAsReceipt(home, job)) halved++;
        return new StorageAudit(lost, doubled, halved);
    }

    /// <summary>
    /// True where the API gives the newest return's receipt as it was given, its findings, and the figures that follow
    /// from it.
    /// </summary>
    public static async Task<bool> IsNewestAsReceipt(TestService home, NightlyJob job)
    {
        var newest = job.Receipts.Last(receipt => !receipt.IsWithdrawn);
        var receipt = await home.Get($"/v1/returns/{newest.ReturnId}");
        var findings = await home.Get($"/v1/returns/{newest.ReturnId}/findings");
        var month = (await home.Values("visits-on-time", "from=2026-10-01&to=2026-10-31")).Single()!;
        return receipt.Status == HttpStatusCode.OK && receipt.Text == newest.Text
            && findings.Json["items"]!.AsArray().Count == newest.Findings
            && ((decimal)month["numerator"]!, (decimal)month["denominator"]!) == (newest.Made, newest.Accepted);
    }

    /// <summary>How many returns are stored.</summary>
    public static int ReturnsIn(TestService home) => Count(home.ConnectionString, "SELECT COUNT(*) FROM AgencyReturn");

    private static Dictionary<string, Row> Rows(string connectionString)
    {
        using var connection = new SqlConnection(connectionString);
        connection.Open();
        using var command = new SqlCommand(Returns, connection);
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<string, Row>();
        while (reader.Read())
            rows.Add(
                reader.GetString(0),
                new Row(
                    reader.GetInt32(1) == 1,
                    reader.GetInt32(2),
                    reader.GetInt32(3),
                    reader.GetInt32(4),
                    reader.GetInt32(5),
                    reader.GetInt32(6)));
        return rows;
    }

    private static int Count(string connectionString, string question)
    {
        using var connection = new SqlConnection(connectionString);
        connection.Open();
        using var command = new SqlCommand(question, connection);
        return (int)command.ExecuteScalar();
    }

    private sealed record Row(bool IsWithdrawn, int Records, int Findings, int InForce, int Segments, int WholeSegments);
}
