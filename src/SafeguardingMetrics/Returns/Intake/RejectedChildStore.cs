using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>Stores, finds and removes which children the rejected records of returns are about.</summary>
public static class RejectedChildStore
{
    private static readonly IReadOnlyList<string> Columns = ["ReturnId", "RecordNumber", "ChildHash"];

    private static readonly Sql Found = new("""
        SELECT c.ReturnId, c.RecordNumber
        FROM RejectedRecordChild c
        JOIN AgencyReturn r ON r.ReturnId = c.ReturnId
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND c.ChildHash = @ChildHash
        """);

    private static readonly Sql Agencies = new("""
        SELECT DISTINCT r.Agency
        FROM RejectedRecordChild c
        JOIN AgencyReturn r ON r.ReturnId = c.ReturnId
        WHERE r.Dataset = @Dataset AND c.ChildHash = @ChildHash
        """);

    private static readonly Sql RemoveOne = new(
        "DELETE FROM RejectedRecordChild WHERE ReturnId = @ReturnId AND RecordNumber = @RecordNumber");

    private static readonly Sql RemoveOf = new("DELETE FROM RejectedRecordChild WHERE ReturnId = @ReturnId");

    /// <summary>Stores those of a return whose findings are kept.</summary>
    internal static void Write(
        UnitOfWork work, string returnId, RejectedChildren children, FindingCollector findings, bool ofWholeReturn)
    {
        var withFindings = findings.Kept.Select(finding => finding.Record).OfType<int>().ToHashSet();
        work.BulkInsert(
            "RejectedRecordChild",
            Columns,
            children.List(ofWholeReturn).Where(one => withFindings.Contains(one.Number))
                .Select(one => (object?[])[returnId, one.Number, one.Hash]));
    }

    /// <summary>The agency's rejected records that are about a child.</summary>
    /// <param name="work">The session.</param>
    /// <param name="agency">The agency's code.</param>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="childHash">The hash of the child's identifier, or of the agency's own id of it.</param>
    public static async Task<IEnumerable<(string ReturnId, int RecordNumber)>> Find(
        ReadSession work, string agency, string dataset, string childHash)
    {
        var rows = await work.Query<RecordRow>(Found, new { Agency = agency, Dataset = dataset, ChildHash = childHash });
        return rows.Select(row => (row.ReturnId, row.RecordNumber));
    }

    /// <summary>The agencies with rejected records that are about a child.</summary>
    public static async Task<IEnumerable<string>> ListAgencies(ReadSession work, string dataset, string childHash) =>
        (await work.Query<AgencyRow>(Agencies, new { Dataset = dataset, ChildHash = childHash })).Select(row => row.Agency);

    /// <summary>Removes those of one record.</summary>
    public static Task Remove(UnitOfWork work, string returnId, int number) =>
        work.Execute(RemoveOne, new { ReturnId = returnId, RecordNumber = number });

    /// <summary>Removes those of a return.</summary>
    public static Task Remove(UnitOfWork work, string returnId) => work.Execute(RemoveOf, new { ReturnId = returnId });

    private sealed record RecordRow
    {
        public required string ReturnId { get; init; }

        public required int RecordNumber { get; init; }
    }

    private sealed record AgencyRow
    {
        public required string Agency { get; init; }
    }
}
