using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>Withdraws returns.</summary>
public sealed class ReturnWithdrawal(Database database, ServiceLimits limits, TimeProvider time)
{
    /// <summary>Withdraws a return: its days go back to the returns beneath it. One that is held is held no longer.</summary>
    /// <param name="returnId">The return's id.</param>
    /// <param name="agency">The code of the agency that sent it.</param>
    /// <param name="dataset">The return's dataset.</param>
    /// <param name="audit">The audit entry of the request; null for none.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    /// <returns>False where the return was withdrawn before, or was never stored.</returns>
    /// <exception cref="ReturnPurgedException">
    /// A day would go back to a return whose records are no longer kept.
    /// </exception>
    public Task<bool> Withdraw(string returnId, string agency, Dataset dataset, AuditEntry? audit, CancellationToken cancel)
    {
        var at = Instant.Now(time);
        var tries = 0;
        return database.Write(WriteScope.ForReturns(agency, dataset.Name, audit) with { Longest = limits.ForWriter() }, async work =>
        {
            if (!await Withdrawal.MarkWithdrawn(work, returnId, at, isAgain: tries++ > 0)) return false;
            await HeldReturnStore.End(work, returnId, HeldReturnStore.Withdrawn, at);
            await new ReturnAllocation(work, dataset, agency).Withdraw(returnId, at);
            await work.Commit();
            return true;
        }, cancel);
    }
}
