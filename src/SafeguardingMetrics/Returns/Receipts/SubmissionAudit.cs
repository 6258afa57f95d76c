using SafeguardingMetrics.Audit;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>What the audit line of a submission or a check says of its outcome.</summary>
internal static class SubmissionAudit
{
    private const string Repeated = "repeated";

    /// <summary>Sets the line's records, outcome and subject. A return that was only checked has no id.</summary>
    public static void SetOutcome(this AuditEntry entry, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Stored { Receipt: var receipt }:
                entry.SetResult(receipt.Records.Received, receipt.Status, receipt.ReturnId);
                break;
            case Outcome.Held { Receipt: var receipt }:
                entry.SetResult(receipt.Records.Received, receipt.Status, receipt.ReturnId);
                break;
            case Outcome.Rejected { Receipt: var receipt }:
                entry.SetResult(receipt.Records.Received, receipt.Status, receipt.ReturnId);
                break;
            case Outcome.Validated { Receipt: var receipt }:
                entry.SetResult(receipt.Records.Received, receipt.Status);
                break;
            case Outcome.Repeated { Receipt: var receipt }:
                entry.SetResult(receipt.Records.Received, Repeated, receipt.ReturnId);
                break;
            case Outcome.PeriodInFuture { ReturnId: var attempt }:
                entry.SetResult(0, ReturnStatus.Rejected, attempt);
                break;
            case Outcome.Unreadable { ReturnId: var attempt }:
                entry.SetResult(0, ReturnStatus.Rejected, attempt);
                break;
        }
    }
}
