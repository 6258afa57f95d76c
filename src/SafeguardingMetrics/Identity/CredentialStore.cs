using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>Finds the key that was presented, and says nothing of why there is none.</summary>
public sealed class CredentialStore(Database database, TimeProvider time, IHostEnvironment environment)
{
    // A row for each agency that the client acts for, and one where it acts for none.
    private static readonly Sql ById = new("""
        SELECT k.KeyId, k.ClientId, k.KeyHash, k.LastUsedAt, k.ExpiresAt, c.Permissions, c.IsDemonstration, a.Agency, a.Name AS AgencyName, a.Sector
        FROM ClientKey k
        INNER JOIN Client c ON c.ClientId = k.ClientId
        LEFT JOIN ClientAgency ca ON ca.ClientId = c.ClientId
        LEFT JOIN Agency a ON a.Agency = ca.Agency
        WHERE (k.KeyId = @Id OR k.ClientId = @Id) AND k.RevokedAt IS NULL AND c.EndedAt IS NULL AND (k.ExpiresAt IS NULL OR k.ExpiresAt > @Now)
        ORDER BY k.KeyId, a.Agency
        """);

    private static readonly Sql ByHash = new("""
        SELECT k.KeyId, k.ClientId, k.KeyHash, k.LastUsedAt, k.ExpiresAt, c.Permissions, c.IsDemonstration, a.Agency, a.Name AS AgencyName, a.Sector
        FROM ClientKey k
        INNER JOIN Client c ON c.ClientId = k.ClientId
        LEFT JOIN ClientAgency ca ON ca.ClientId = c.ClientId
        LEFT JOIN Agency a ON a.Agency = ca.Agency
        WHERE k.KeyHash = @KeyHash AND k.RevokedAt IS NULL AND c.EndedAt IS NULL AND (k.ExpiresAt IS NULL OR k.ExpiresAt > @Now)
        ORDER BY a.Agency
        """);

    private readonly ChangeAwareCache<Credential> found = new(database.Engine);

    /// <summary>The key that was presented whole, as in <c>X-Api-Key</c>; null where it is none that may be used.</summary>
    public async Task<Credential?> Find(string key, CancellationToken cancel)
    {
        if (key.Length is 0 or > ApiKeyFormat.Longest) return null;
        var hash = ApiKeyFormat.ComputeHash(key);
        return await GetCached(hash, async () => ToCredential(ApiKeyFormat.ParseId(key) is { } id
            ? await Rows(ById, new { Id = id.ToString(), Now = time.GetUtcNow() }, cancel)
            : await Rows(ByHash, new { KeyHash = hash, Now = time.GetUtcNow() }, cancel), row => key));
    }

    /// <summary>The key that was presented as a name and a secret: the key's id or its client's, and the key or its secret alone.</summary>
    public async Task<Credential?> Find(string name, string secret, CancellationToken cancel)
    {
        if (secret.Length is 0 or > ApiKeyFormat.Longest) return null;
        // The demonstration's keys have no id in them: they are name and secret both.
        if (!Guid.TryParse(name, out var id)) return name == secret && ApiKeyFormat.ParseId(name) is null ? await Find(secret, cancel) : null;
        return await GetCached($"{id} {ApiKeyFormat.ComputeHash(secret)}", async () =>
            ToCredential(await Rows(ById, new { Id = id.ToString(), Now = time.GetUtcNow() }, cancel), row => ApiKeyFormat.ParseId(secret) is null ? ApiKeyFormat.Format(Guid.Parse(row.KeyId), secret) : secret));
    }

    /// <summary>The key of an id that its holder proved before, by a token; null where it may no longer be used.</summary>
    public Task<Credential?> FindByKeyId(string keyId, CancellationToken cancel) => GetCached($"proven {keyId}", async () =>
        ToCredential([.. (await Rows(ById, new { Id = keyId, Now = time.GetUtcNow() }, cancel)).Where(row => row.KeyId == keyId)], null));

    // Under the hash of what was presented, and for as long as nobody has committed anything: revoking a key is at once, by whichever instance or command.
    // A key that comes to its end does so without a commit.
    private async Task<Credential?> GetCached(string presented, Func<Task<Credential?>> find) =>
        await found.GetOrRead(presented, find) is { } credential && !(credential.ExpiresAt <= time.GetUtcNow()) ? credential : null;

    private Task<IReadOnlyList<Row>> Rows(Sql sql, object parameters, CancellationToken cancel) => database.Read(reading => reading.Query<Row>(sql, parameters), cancel);

    private Credential? ToCredential(IReadOnlyList<Row> rows, Func<Row, string>? presented)
    {
        foreach (var key in rows.GroupBy(row => row.KeyId))
        {
            var first = key.First();
            if (presented is not null && !ApiKeyFormat.MatchesHash(presented(first), first.KeyHash)) continue;
            if (first.IsDemonstration && !environment.IsDevelopment()) return null;
            var agencies = key.Where(row => row.Agency is not null).Select(row => new Agency { Code = row.Agency!, Name = row.AgencyName!, Sector = row.Sector! });
            return new Credential(first.KeyId, first.ClientId, first.Permissions.Split(' ', StringSplitOptions.RemoveEmptyEntries), [.. agencies], first.IsDemonstration, first.LastUsedAt, first.ExpiresAt);
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
