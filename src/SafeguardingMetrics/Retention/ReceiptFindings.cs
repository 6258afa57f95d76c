using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Retention;

/// <summary>
/// The findings in a stored receipt. They name records and are removed with them; the receipt's counts stay.
/// </summary>
internal static class ReceiptFindings
{
    private static readonly Sql Update = new("UPDATE AgencyReturn SET Receipt = @Receipt WHERE ReturnId = @ReturnId");

    /// <summary>Removes from a return's receipt the findings that do not match.</summary>
    public static async Task RetainWhere(UnitOfWork work, string returnId, Func<Finding, bool> stays)
    {
        if (await ReturnStore.FindReceipt(work, returnId) is not { Value: var receipt }) return;
        if (receipt.Findings.All(stays)) return;
        var left = SerializedReceipt.Create(receipt with { Findings = [.. receipt.Findings.Where(stays)] });
        await work.Execute(Update, new { ReturnId = returnId, Receipt = left.Json });
    }
}
