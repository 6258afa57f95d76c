using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Finds the valid key of a credential that was presented. It does not tell why there is none: unknown, expired and
/// revoked look the same.
/// </summary>
public sealed class CredentialStore(Database database, TimeProvider time, IHostEnvironment environment)
{
    // One row for each agency of the client; one row without an agency for a client of the partnership.
    private static readonly Sql ById = new("""
        SELECT k.KeyId, k.ClientId, k.KeyHash, k.LastUsedAt, k.ExpiresAt, c.Permissions, c.IsDemonstration, a.Agency, a.Name AS AgencyName,
            a.Sector
        FROM ClientKey k
        INNER JOIN Client c ON c.ClientId = k.ClientId
        LEFT JOIN ClientAgency ca ON ca.ClientId = c.ClientId
        LEFT JOIN Agency a ON a.Agency = ca.Agency
        WHERE (k.KeyId = @Id OR k.ClientId = @Id) AND k.RevokedAt IS NULL AND c.EndedAt IS NULL
            AND (k.ExpiresAt IS NULL OR k.ExpiresAt > @Now)
        ORDER BY k.KeyId, a.Agency
        """);

    private static readonly Sql ByHash = new("""
        SELECT k.KeyId, k.ClientId, k.KeyHash, k.LastUsedAt, k.ExpiresAt, c.Permissions, c.IsDemonstration, a.Agency, a.Name AS AgencyName,
            a.Sector
        FROM ClientKey k
        INNER JOIN Client c ON c.ClientId = k.ClientId
        LEFT JOIN ClientAgency ca ON ca.ClientId = c.ClientId
        LEFT JOIN Agency a ON a.Agency = ca.Agency
        WHERE k.KeyHash = @KeyHash AND k.RevokedAt IS NULL AND c.EndedAt IS NULL AND (k.ExpiresAt IS NULL OR k.ExpiresAt > @Now)
        ORDER BY a.Agency
        """);

    private readonly ChangeAwareCache<Credential> found = new(database.Engine);

    /// <summary>The valid key of a value of <c>X-Api-Key</c>; null where there is none.</summary>
    public async Task<Credential?> Find(string key, CancellationToken cancel)
    {
        if (key.Length is 0 or > ApiKeyFormat.Longest) return null;
        var hash = ApiKeyFormat.ComputeHash(key);
        return await GetCached(hash, async () => ToCredential(ApiKeyFormat.ParseId(key) is { } id
            ? await Rows(ById, new { Id = id.ToString(), Now = time.GetUtcNow() }, cancel)
            : await Rows(ByHash, new { KeyHash = hash, Now = time.GetUtcNow() }, cancel), row => key));
    }

    /// <summary>
    /// The valid key of a name and a secret: the key's id or its client's, and the key or the part of it after the last
    /// <c>_</c>; null where there is none.
    /// </summary>
    public async Task<Credential?> Find(string name, string secret, CancellationToken cancel)
    {
        if (secret.Length is 0 or > ApiKeyFormat.Longest) return null;
        // The demonstration's keys contain no id: name and secret are both the key.
        if (!Guid.TryParse(name, out var id))
            return name == secret && ApiKeyFormat.ParseId(name) is null ? await Find(secret, cancel) : null;
        return await GetCached($"{id} {ApiKeyFormat.ComputeHash(secret)}", async () =>
            ToCredential(await Rows(ById, new { Id = id.ToString(), Now = time.GetUtcNow() }, cancel), row =>
                ApiKeyFormat.ParseId(secret) is null ? ApiKeyFormat.Format(Guid.Parse(row.KeyId), secret) : secret));
    }

    /// <summary>
    /// The valid key of an id, without a secret: the caller proved it before and has a token. Null where it has expired
    /// or was revoked.
    /// </summary>
    public Task<Credential?> FindByKeyId(string keyId, CancellationToken cancel) => GetCached($"proven {keyId}", async () =>
        ToCredential([.. (await Rows(ById, new { Id = keyId, Now = time.GetUtcNow() }, cancel)).Where(row => row.KeyId == keyId)], null));

    // Cached under the hash of the credential until anything is committed, so that a key is revoked at once, by any
    // instance or command. The expiry is checked each time, since a key expires without a commit.
    private async Task<Credential?> GetCached(string presented, Func<Task<Credential?>> find) =>
        await found.GetOrRead(presented, find) is { } credential && !(credential.ExpiresAt <= time.GetUtcNow()) ? credential : null;

    private Task<IReadOnlyList<Row>> Rows(Sql sql, object parameters, CancellationToken cancel) =>
        database.Read(reading => reading.Query<Row>(sql, parameters), cancel);

    private Credential? ToCredential(IReadOnlyList<Row> rows, Func<Row, string>? presented)
    {
        foreach (var key in rows.GroupBy(row => row.KeyId))
        {
            var first = key.First();
            if (presented is not null && !ApiKeyFormat.MatchesHash(presented(first), first.KeyHash)) continue;
            if (first.IsDemonstration && !environment.IsDevelopment()) return null;
            var agencies = key.Where(row => row.Agency is not null)
                .Select(row => new Agency { Code = row.Agency!, Name = row.AgencyName!, Sector = row.Sector! });
            return new Credential(first.KeyId, first.ClientId, first.Permissions.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                [.. agencies], first.IsDemonstration, first.LastUsedAt, first.ExpiresAt);
        }

        return null;
    }

    private sealed record Row
    {
        public required string KeyId { get; init; }

        public required string ClientId { get; init; }

        public required string KeyHash { get; init; }

        public required DateTimeOffset? LastUsedAt { get; init; }

        public required DateTimeOffset? ExpiresAt { get; init; }

        public required string Permissions { get; init; }

        public required bool IsDemonstration { get; init; }

        public required string? Agency { get; init; }

        public required string? AgencyName { get; init; }

        public required string? Sector { get; init; }
    }
}
