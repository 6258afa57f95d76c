using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Datasets.Catalogue;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>Takes stock of a database file: what of it is not whole.</summary>
internal static class DatabaseIntegrity
{
    private static readonly string[] Faults =
    [
        // A receipt, or the reason of an attempt that came to nothing.
        "SELECT ReturnId || ' has neither receipt nor reason' FROM AgencyReturn WHERE (Receipt IS NULL AND Reason IS NULL) OR Status "
        + "NOT IN ('accepted', 'accepted-with-findings', 'rejected')",
        "SELECT ReturnId || ' has other counts than its receipt' FROM AgencyReturn WHERE Receipt IS NOT NULL AND (json_extract(Receipt, "
        + "'$.records.received') <> Received OR json_extract(Receipt, '$.records.accepted') <> Accepted OR json_extract(Receipt, "
        + "'$.records.rejected') <> Rejected)",
        "SELECT ReturnId || ' has other findings than its receipt' FROM AgencyReturn r WHERE (SELECT COUNT(*) FROM Finding f WHERE "
        + "f.ReturnId = r.ReturnId) <> (SELECT COALESCE(SUM(b.Findings), 0) FROM RuleBreach b WHERE b.ReturnId = r.ReturnId) OR (SELECT "
        + "COUNT(*) FROM Finding f WHERE f.ReturnId = r.ReturnId) <> (SELECT COALESCE(SUM(json_extract(rule.value, '$.findings')), 0) "
        + "FROM json_each(COALESCE(r.Receipt, '{}'), '$.rules') AS rule)",
        "SELECT ReturnId || ' was stored and never held a day' FROM AgencyReturn r WHERE Status <> 'rejected' AND NOT EXISTS (SELECT 1 "
        + "FROM Segment s WHERE s.ReturnId = r.ReturnId)",
        "SELECT Agency || ' ' || Dataset || ' ' || MonthOn || ' is held twice' FROM Segment WHERE EndedAt IS NULL GROUP BY Agency, "
        + "Dataset, FromDay HAVING COUNT(*) > 1",
        "SELECT SegmentId || ' has cells and no segment' FROM Cell WHERE SegmentId NOT IN (SELECT SegmentId FROM Segment)",
        "SELECT ReturnId || ' has findings and is not there' FROM Finding WHERE ReturnId NOT IN (SELECT ReturnId FROM AgencyReturn)",
        "SELECT ReturnId || ' has segments and is not there' FROM Segment WHERE ReturnId NOT IN (SELECT ReturnId FROM AgencyReturn)",
        "SELECT foreign_key_check.\"table\" || ' refers to what is not there' FROM pragma_foreign_key_check AS foreign_key_check",
        "SELECT integrity_check FROM pragma_integrity_check AS check1 WHERE integrity_check <> 'ok'",
    ];

    /// <summary>Everything that is not whole, of every return of every dataset.</summary>
    public static IReadOnlyList<string> FindIncompleteReturns(string file) =>
    [
        .. Faults.SelectMany(fault => Query(file, fault)),
        .. DatasetCatalogue.All.SelectMany(dataset => Query(
            file,
            $"SELECT ReturnId || ' has not the records of its receipt' FROM AgencyReturn r WHERE Dataset = '{dataset.Name}' AND Status "
            + $"<> 'rejected' AND Accepted <> (SELECT COUNT(*) FROM {dataset.Table} t WHERE t.ReturnId = r.ReturnId)")),
        .. DatasetCatalogue.All.SelectMany(dataset => Query(
            file,
            $"SELECT ReturnId || ' has records and is not there' FROM {dataset.Table} WHERE ReturnId NOT IN (SELECT ReturnId FROM "
            + "AgencyReturn WHERE Status <> 'rejected')")),
    ];

    /// <summary>Returns whose cells of an indicator, over all of each segment, do not add up to its records.</summary>
    public static IReadOnlyList<string> FindWrongTotals(string file, string dataset, string indicator) =>
        Query(
            file,
            $"SELECT r.ReturnId || ' does not add up' FROM AgencyReturn r JOIN Segment s ON s.ReturnId = r.ReturnId WHERE r.Dataset = "
            + $"'{dataset}' AND r.Accepted <> (SELECT COALESCE(SUM(c.Denominator), 0) FROM Cell c WHERE c.SegmentId = s.SegmentId AND "
            + $"c.Indicator = '{indicator}' AND c.Dimension = 'all')");

    /// <summary>The ids of every stored return.</summary>
    public static IReadOnlyList<string> Returns(string file) => Query(file, "SELECT ReturnId FROM AgencyReturn WHERE Status <> 'rejected'");

    private static List<string> Query(string file, string question)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read()) answers.Add(reader.GetString(0));
        return answers;
    }
}
