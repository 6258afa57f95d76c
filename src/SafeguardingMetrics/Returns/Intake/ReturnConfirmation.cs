using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// Takes held returns that somebody confirms. A confirmed return is the newest of its agency and dataset, and its days
/// are its own from the instant of the confirmation.
/// </summary>
public sealed class ReturnConfirmation(Database database, ServiceMeter meter, ServiceLimits limits, TimeProvider time)
{
    /// <summary>Confirms a return: it takes its days.</summary>
    /// <param name="stored">The return.</param>
    /// <param name="dataset">Its dataset.</param>
    /// <param name="reason">Why it is right, in the words of whoever confirms it.</param>
    /// <param name="audit">The audit entry of the request.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    /// <returns>The receipt of the return that is now taken; null where it is not held, or no longer.</returns>
    public async Task<Receipt?> Confirm(
        StoredReturn stored, Dataset dataset, string reason, AuditEntry audit, CancellationToken cancel)
    {
        DateTimeOffset? tried = null;
        var scope = WriteScope.ForReturns(stored.Agency, dataset.Name, audit) with { Longest = limits.ForWriter() };
        var receipt = await database.Write(scope, async work =>
        {
            // A unit of work that is retried may find its own confirmation, committed although the answer was lost.
            if (tried is { } earlier && await HeldReturnStore.HasEnded(work, stored.ReturnId, HeldReturnStore.Confirmed, earlier))
                return (await ReturnStore.FindReceipt(work, stored.ReturnId))!.Value;
            var at = Instant.Now(time);
            tried = at;
            if (!await HeldReturnStore.IsHeld(work, stored.ReturnId, at)) return null;
            var taken = await Take(work, stored, dataset, at);
            await HeldReturnStore.AddConfirmation(work, stored.ReturnId, at, audit.Line.ActorKey, reason);
            audit.SetResult(records: taken.Records.Received, outcome: taken.Status);
            await work.Commit();
            return taken;
        }, cancel);
        if (receipt is not null) meter.RecordConfirmation(dataset.Name, isBeforehand: false);
        return receipt;
    }

    private static async Task<Receipt> Take(UnitOfWork work, StoredReturn stored, Dataset dataset, DateTimeOffset at)
    {
        var held = (await ReturnStore.FindReceipt(work, stored.ReturnId))!.Value;
        var days = held.Period;
        var taken = held with { Status = held.Rules.Count == 0 ? ReturnStatus.Accepted : ReturnStatus.AcceptedWithFindings };
        await HeldReturnStore.End(work, stored.ReturnId, HeldReturnStore.Confirmed, at);
        await ReturnStore.MakeNewest(work, taken);
        var allocation = new ReturnAllocation(work, dataset, stored.Agency);
        var compared = await allocation.Compare(stored.ReturnId, stored.IsChanges ? null : days, at);
        var change = await allocation.Take(stored.ReturnId, compared, null, at);
        if (!stored.IsChanges) await HeldReturnStore.EndWithin(work, stored.Agency, dataset.Name, days, at);
        taken = taken with
        {
            Restated = compared.Restated.Count,
            Supersedes = change.ListSuperseded(),
            Indicators = await MovedIndicators.Read(work, dataset, stored.Agency, change),
        };
        await ReturnStore.Complete(work, stored.ReturnId, SerializedReceipt.Create(taken));
        return taken;
    }
}
