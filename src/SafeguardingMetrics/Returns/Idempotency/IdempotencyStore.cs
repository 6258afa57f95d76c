using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Idempotency;

/// <summary>Stores the outcome of a request under its idempotency key, in the transaction of the return.</summary>
/// <param name="key">The key.</param>
/// <param name="at">The present instant.</param>
/// <param name="notBefore">Keys stored before this instant have expired.</param>
internal sealed class IdempotencyStore(IdempotencyKey key, DateTimeOffset at, DateTimeOffset notBefore) : IIdempotencyStore
{
    private static readonly Sql ByKey = new($"""
        SELECT Fingerprint, {StoredOutcome.Columns}
        FROM IdempotencyKey
        WHERE Client = @Client AND Agency = @Agency AND KeyHash = @KeyHash AND KeptAt >= @NotBefore
        """);

    private static readonly Sql Remove = new(
        "DELETE FROM IdempotencyKey WHERE Client = @Client AND Agency = @Agency AND KeyHash = @KeyHash");

    private static readonly Sql Insert = new($"""
        INSERT INTO IdempotencyKey (Client, Agency, KeyHash, Fingerprint, KeptAt, {StoredOutcome.Columns})
        VALUES (@Client, @Agency, @KeyHash, @Fingerprint, @KeptAt, @Outcome, @ReturnId, @Detail, @LineNumber, @Position, @ReceivedOn)
        """);

    // The oldest keys, a batch of them, and all those of the last one's millisecond.
    private static readonly Sql RemoveBatch = new("""
        DELETE FROM IdempotencyKey
        WHERE KeptAt <= (
            SELECT MAX(x.KeptAt)
            FROM (SELECT k.KeptAt, ROW_NUMBER() OVER (ORDER BY k.KeptAt) AS Place FROM IdempotencyKey k WHERE k.KeptAt < @NotBefore) x
            WHERE x.Place <= @Batch)
        """);

    private static readonly Sql CountExpired = new("SELECT COUNT(*) FROM IdempotencyKey WHERE KeptAt < @NotBefore");

    /// <inheritdoc/>
    public Task<Outcome?> Find(UnitOfWork work) => FindIn(work);

    /// <summary>The outcome stored before, for a session that only reads.</summary>
    public async Task<Outcome?> FindIn(ReadSession reading)
    {
        var row = await reading.First<Row>(ByKey, new { key.Client, key.Agency, key.KeyHash, NotBefore = notBefore });
        if (row is null) return null;
        return row.Fingerprint == key.Fingerprint ? await row.ToOutcome(reading) : new Outcome.KeyReusedForOtherRequest();
    }

    /// <inheritdoc/>
    public async Task Save(UnitOfWork work, Outcome outcome)
    {
        var stored = StoredOutcome.FromOutcome(outcome);
        // A key that has expired and was not removed yet, or whose receipt is gone.
        await work.Execute(Remove, new { key.Client, key.Agency, key.KeyHash });
        await work.Execute(Insert, new
        {
            key.Client,
            key.Agency,
            key.KeyHash,
            key.Fingerprint,
            KeptAt = at,
            stored.Outcome,
            stored.ReturnId,
            stored.Detail,
            stored.LineNumber,
            stored.Position,
            stored.ReceivedOn,
        });
    }

    /// <summary>Removes a batch of the keys stored before an instant, and commits.</summary>
    /// <returns>False where none is left.</returns>
    public static async Task<bool> SweepBatch(UnitOfWork work, DateTimeOffset notBefore, int batch)
    {
        await work.Execute(RemoveBatch, new { NotBefore = notBefore, Batch = batch });
        var areSomeLeft = await work.Count(CountExpired, new { NotBefore = notBefore }) > 0;
        await work.Commit();
        return areSomeLeft;
    }

    private sealed record Row : StoredOutcome
    {
        public required string Fingerprint { get; init; }
    }
}
