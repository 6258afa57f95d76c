using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>Keys, as they are kept.</summary>
public static class KeyStore
{
    /// <summary>How many keys of one client may be live at once: one in use, and one that is taking over.</summary>
    public const int MostLive = 2;

    private static readonly Sql Rows = new(
        "SELECT KeyId, ClientId, CreatedAt, ExpiresAt, RevokedAt, LastUsedAt FROM ClientKey WHERE (@ClientId IS NULL OR ClientId = "
        + "@ClientId) ORDER BY CreatedAt DESC, KeyId DESC");

    private static readonly Sql InsertRow = new("""
        INSERT INTO ClientKey (KeyId, ClientId, KeyHash, CreatedAt, CreatedBy, ExpiresAt)
        SELECT @KeyId, @ClientId, @KeyHash, @At, @By, @ExpiresAt
        WHERE NOT EXISTS (SELECT 1 FROM ClientKey WHERE KeyId = @KeyId OR KeyHash = @KeyHash)
        """);

    private static readonly Sql CountHash = new("SELECT COUNT(*) FROM ClientKey WHERE KeyHash = @KeyHash");

    private static readonly Sql EndOthers = new("""
        UPDATE ClientKey SET ExpiresAt = @Ends
        WHERE ClientId = @ClientId AND KeyId <> @KeyId AND RevokedAt IS NULL AND (ExpiresAt IS NULL OR ExpiresAt > @Ends)
        """);

    private static readonly Sql RevokeRow = new(
        "UPDATE ClientKey SET RevokedAt = @At, RevokedBy = @By WHERE KeyId = @KeyId AND RevokedAt IS NULL");

    private static readonly Sql RevokeRows = new(
        "UPDATE ClientKey SET RevokedAt = @At, RevokedBy = @By WHERE ClientId = @ClientId AND RevokedAt IS NULL");

    private static readonly Sql UpdateUse = new(
        "UPDATE ClientKey SET LastUsedAt = @At WHERE KeyId = @KeyId AND (LastUsedAt IS NULL OR LastUsedAt < @At)");

    /// <summary>Every key, or those of one client, by client.</summary>
    public static async Task<ILookup<string, ClientKey>> ListByClient(ReadSession reading, string? clientId) =>
        (await reading.Query<Row>(Rows, new { ClientId = clientId })).ToLookup(row => row.ClientId, row => new ClientKey
        {
            KeyId = row.KeyId,
            CreatedAt = row.CreatedAt,
            ExpiresAt = row.ExpiresAt,
            RevokedAt = row.RevokedAt,
            LastUsedAt = row.LastUsedAt,
        });

    /// <summary>Adds a key, unless it is there; the caller commits.</summary>
    public static Task Insert(
        UnitOfWork work,
        string keyId,
        string clientId,
        string key,
        DateTimeOffset at,
        string? by,
        DateTimeOffset? expiresAt) =>
        work.Execute(InsertRow, new
        {
            KeyId = keyId,
            ClientId = clientId,
            KeyHash = ApiKeyFormat.ComputeHash(key),
            At = at,
            By = by,
            ExpiresAt = expiresAt,
        });

    /// <summary>True where this very key is kept.</summary>
    public static async Task<bool> Exists(ReadSession reading, string key) =>
        await reading.Count(CountHash, new { KeyHash = ApiKeyFormat.ComputeHash(key) }) > 0;

    /// <summary>
    /// Adds a key to a client that has fewer than <see cref="MostLive"/>, and has its other keys end with the grace
    /// that is given.
    /// </summary>
    /// <param name="work">The unit of work, which is committed.</param>
    /// <param name="key">The key.</param>
    /// <param name="at">Now.</param>
    /// <param name="by">The id of the key that asked; null for a command.</param>
    /// <param name="othersEnd">When the client's other keys end at the latest; null where they stay as they
    /// are.</param>
    /// <returns>False where the client has as many as it may.</returns>
    public static async Task<bool> Add(UnitOfWork work, NewKey key, DateTimeOffset at, string? by, DateTimeOffset? othersEnd)
    {
        if (othersEnd is { } ends) await work.Execute(EndOthers, new { key.ClientId, key.KeyId, Ends = ends });
        // One of this id is this key itself: kept at the first try, although the answer was lost.
        var others = (await ListByClient(work, key.ClientId))[key.ClientId].Where(other => other.KeyId != key.KeyId && other.IsLive(at));
        if (others.Count() >= MostLive) return false;
        await Insert(work, key.KeyId, key.ClientId, key.Key, at, by, key.ExpiresAt);
        await work.Commit();
        return true;
    }

    /// <summary>Revokes a key, now.</summary>
    public static Task Revoke(UnitOfWork work, string keyId, DateTimeOffset at, string? by) =>
        work.Execute(RevokeRow, new { KeyId = keyId, At = at, By = by });

    /// <summary>Revokes every key of a client, now.</summary>
    public static Task RevokeAll(UnitOfWork work, string clientId, DateTimeOffset at, string? by) =>
        work.Execute(RevokeRows, new { ClientId = clientId, At = at, By = by });

    /// <summary>Notes that a key was used.</summary>
    public static Task<bool> UpdateLastUsed(UnitOfWork work, string keyId, DateTimeOffset at) =>
        work.ExecuteAndCommit(UpdateUse, new { KeyId = keyId, At = at });

    private sealed record Row
    {
        public required string KeyId { get; init; }

        public required string ClientId { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset? ExpiresAt { get; init; }

        public required DateTimeOffset? RevokedAt { get; init; }

        public required DateTimeOffset? LastUsedAt { get; init; }
    }
}
