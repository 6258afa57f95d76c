using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>What is kept of a submission's outcome in the transaction that stores it, so that whoever comes again is told the same.</summary>
public interface IIdempotencyStore
{
    /// <summary>The outcome that was kept before, by this request's own earlier try or by another request; null where there is none.</summary>
    Task<Outcome?> Find(UnitOfWork work);

    /// <summary>Keeps the outcome.</summary>
    Task Save(UnitOfWork work, Outcome outcome);
}
