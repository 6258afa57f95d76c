using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Idempotency;

/// <summary>Keeps a request's outcome under its key, in the transaction of the return.</summary>
/// <param name="key">The key.</param>
/// <param name="at">Now.</param>
/// <param name="notBefore">Keys kept before this instant are forgotten.</param>
internal sealed class IdempotencyStore(IdempotencyKey key, DateTimeOffset at, DateTimeOffset notBefore) : IIdempotencyStore
{
    private static readonly Sql ByKey = new("""
        SELECT Fingerprint, Outcome, ReturnId, Detail, LineNumber, Position, ReceivedOn
        FROM IdempotencyKey
        WHERE Client = @Client AND Agency = @Agency AND KeyHash = @KeyHash AND KeptAt >= @NotBefore
        """);

    private static readonly Sql Forget = new("DELETE FROM IdempotencyKey WHERE Client = @Client AND Agency = @Agency AND KeyHash = @KeyHash");

    private static readonly Sql Insert = new("""
        INSERT INTO IdempotencyKey (Client, Agency, KeyHash, Fingerprint, KeptAt, Outcome, ReturnId, Detail, LineNumber, Position, ReceivedOn)
        VALUES (@Client, @Agency, @KeyHash, @Fingerprint, @KeptAt, @Outcome, @ReturnId, @Detail, @LineNumber, @Position, @ReceivedOn)
        """);

    // The oldest, so many of them, and those of the same millisecond.
    private static readonly Sql Sweep = new("""
        DELETE FROM IdempotencyKey
        WHERE KeptAt <= (
            SELECT MAX(x.KeptAt)
            FROM (SELECT k.KeptAt, ROW_NUMBER() OVER (ORDER BY k.KeptAt) AS Place FROM IdempotencyKey k WHERE k.KeptAt < @NotBefore) x
            WHERE x.Place <= @Batch)
        """);

    private static readonly Sql Forgotten = new("SELECT COUNT(*) FROM IdempotencyKey WHERE KeptAt < @NotBefore");

    /// <inheritdoc/>
    public Task<Outcome?> Find(UnitOfWork work) => FindIn(work);

    /// <summary>The same, for one that only looks.</summary>
    public async Task<Outcome?> FindIn(ReadSession reading)
    {
        var row = await reading.First<Row>(ByKey, new { key.Client, key.Agency, key.KeyHash, NotBefore = notBefore });
        if (row is null) return null;
        return row.Fingerprint == key.Fingerprint ? await row.ToStoredOutcome().ToOutcome(reading) : new Outcome.KeyReusedForOtherRequest();
    }

    /// <inheritdoc/>
    public async Task Save(UnitOfWork work, Outcome outcome)
    {
        var kept = StoredOutcome.FromOutcome(outcome);
        // One that has expired and not been swept away, or whose receipt is gone.
        await work.Execute(Forget, new { key.Client, key.Agency, key.KeyHash });
        await work.Execute(Insert, new { key.Client, key.Agency, key.KeyHash, key.Fingerprint, KeptAt = at, kept.Outcome, kept.ReturnId, kept.Detail, kept.LineNumber, kept.Position, kept.ReceivedOn });
    }

    /// <summary>Forgets a batch of keys that were kept before an instant; false where none is left.</summary>
    public static async Task<bool> SweepBatch(UnitOfWork work, DateTimeOffset notBefore, int batch)
    {
        await work.Execute(Sweep, new { NotBefore = notBefore, Batch = batch });
        var areSomeLeft = await work.Count(Forgotten, new { NotBefore = notBefore }) > 0;
        await work.Commit();
        return areSomeLeft;
    }

    private sealed record Row
    {
        public required string Fingerprint { get; init; }

        public required string Outcome { get; init; }

        public required string? ReturnId { get; init; }

        public required string? Detail { get; init; }

        public required int? LineNumber { get; init; }

        public required int? Position { get; init; }

        public required DateOnly? ReceivedOn { get; init; }

        public StoredOutcome ToStoredOutcome() => new() { Outcome = Outcome, ReturnId = ReturnId, Detail = Detail, LineNumber = LineNumber, Position = Position, ReceivedOn = ReceivedOn };
    }
}
