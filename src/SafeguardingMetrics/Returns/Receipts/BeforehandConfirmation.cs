using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>What is kept of a return that was sent with <c>confirmed=true</c>.</summary>
internal static class BeforehandConfirmation
{
    private const string Beforehand = "beforehand";

    /// <summary>
    /// Notes who said that the return is right, with a line of the audit of its own. That of a queued return is noted
    /// when it is queued.
    /// </summary>
    public static async Task Add(UnitOfWork work, IncomingReturn incoming, string returnId, DateTimeOffset at)
    {
        if (incoming.IsOnlyCheck || await HeldReturnStore.IsConfirmed(work, returnId)) return;
        await HeldReturnStore.AddConfirmation(work, returnId, at, incoming.Audit?.Line.ActorKey, reason: null);
        if (incoming.Audit is { } audit) await audit.CreateRelated(AuditAction.Confirmation, Beforehand, returnId, at).Write(work);
    }
}
