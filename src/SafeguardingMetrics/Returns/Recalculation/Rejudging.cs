using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Recalculation;

/// <summary>Judges open records again by definitions and calendar of now.</summary>
internal sealed class Rejudging(Database database, TimeProvider time)
{
    /// <summary>Judges an agency's open records on some days again.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="agency">The agency's code.</param>
    /// <param name="days">The days on which the records count.</param>
    /// <param name="audit">The entry of this part; null for none.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    public Task Run(Dataset dataset, string agency, Period days, AuditEntry? audit, CancellationToken cancel) =>
        database.Write(WriteScope.ForReturns(agency, dataset.Name, audit), async work =>
        {
            var isChanged = await new ReturnAllocation(work, dataset, agency).JudgeAgain(days, Instant.Now(time));
            if (isChanged) await work.Commit();
            return isChanged;
        }, cancel);
}
