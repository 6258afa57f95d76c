using System.Text.Json;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Retention;

/// <summary>The findings that a stored receipt shows: they name records, and go with them. The counts stay.</summary>
internal static class ReceiptFindings
{
    private static readonly Sql Stored = new("SELECT Receipt AS Text FROM AgencyReturn WHERE ReturnId = @ReturnId AND Receipt IS NOT NULL");
    private static readonly Sql Store = new("UPDATE AgencyReturn SET Receipt = @Receipt WHERE ReturnId = @ReturnId");

    /// <summary>Leaves in a return's receipt only some of its findings.</summary>
    public static async Task RetainWhere(UnitOfWork work, string returnId, Func<Finding, bool> stays)
    {
        if (await work.First<Given>(Stored, new { ReturnId = returnId }) is not { } row) return;
        var receipt = JsonSerializer.Deserialize<Receipt>(row.Text, ApiJson.Options)!;
        if (receipt.Findings.All(stays)) return;
        await work.Execute(Store, new { ReturnId = returnId, Receipt = JsonSerializer.Serialize(receipt with { Findings = [.. receipt.Findings.Where(stays)] }, ApiJson.Options) });
    }

    private sealed record Given
    {
        public required string Text { get; init; }
    }
}
