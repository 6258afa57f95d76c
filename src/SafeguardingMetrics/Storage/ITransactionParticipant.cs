namespace SafeguardingMetrics.Storage;

/// <summary>
/// Writes its own rows in the transaction of a unit of work, so that both are committed or neither is. The audit entry
/// of a request is one.
/// </summary>
public interface ITransactionParticipant
{
    /// <summary>
    /// Writes the rows, as the last statements before the commit. Called again when the unit of work is retried.
    /// </summary>
    Task Write(UnitOfWork work);

    /// <summary>Called once the database has confirmed the commit.</summary>
    void OnCommitted();
}
