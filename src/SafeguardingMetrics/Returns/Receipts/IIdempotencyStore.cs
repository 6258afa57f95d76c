using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>
/// Stores the outcome of a submission in the transaction of the return, so that the same request sent again gets the
/// same answer.
/// </summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// The outcome stored before, by an earlier try of this request or by another request; null where there is none.
    /// </summary>
    Task<Outcome?> Find(UnitOfWork work);

    /// <summary>Stores the outcome.</summary>
    Task Save(UnitOfWork work, Outcome outcome);
}
