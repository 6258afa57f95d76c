using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>Clients, as they are kept.</summary>
public static class ClientStore
{
    private static readonly Sql Rows = new(
        "SELECT ClientId, Name, Permissions, CreatedAt, EndedAt FROM Client WHERE (@ClientId IS NULL OR ClientId = @ClientId) ORDER BY "
        + "Name, ClientId");

    private static readonly Sql AgencyRows = new(
        "SELECT ClientId, Agency FROM ClientAgency WHERE (@ClientId IS NULL OR ClientId = @ClientId) ORDER BY ClientId, Agency");

    private static readonly Sql Insert = new("""
        INSERT INTO Client (ClientId, Name, Permissions, IsDemonstration, CreatedAt, CreatedBy)
        SELECT @ClientId, @Name, @Permissions, @IsDemonstration, @At, @By
        WHERE NOT EXISTS (SELECT 1 FROM Client WHERE ClientId = @ClientId)
        """);

    private static readonly Sql InsertAgency = new("""
        INSERT INTO ClientAgency (ClientId, Agency) SELECT @ClientId, @Agency
        WHERE NOT EXISTS (SELECT 1 FROM ClientAgency WHERE ClientId = @ClientId AND Agency = @Agency)
        """);

    private static readonly Sql UpdateEnd = new(
        "UPDATE Client SET EndedAt = @At, EndedBy = @By WHERE ClientId = @ClientId AND EndedAt IS NULL");

    private static readonly Sql Administrators = new("""
        SELECT COUNT(*) FROM ClientKey k
        INNER JOIN Client c ON c.ClientId = k.ClientId
        WHERE c.EndedAt IS NULL AND c.IsDemonstration = 0 AND k.RevokedAt IS NULL AND (k.ExpiresAt IS NULL OR k.ExpiresAt > @Now)
          AND CONCAT(' ', c.Permissions, ' ') LIKE '% administer %'
        """);

    /// <summary>Every client, by name, or the one of an id.</summary>
    public static async Task<IReadOnlyList<Client>> List(ReadSession reading, string? clientId = null)
    {
        var agencies = (await reading.Query<AgencyRow>(AgencyRows, new { ClientId = clientId })).ToLookup(
            row => row.ClientId, row => row.Agency);
        var keys = await KeyStore.ListByClient(reading, clientId);
        return
        [
            .. (await reading.Query<Row>(Rows, new { ClientId = clientId })).Select(row => new Client
            {
                ClientId = row.ClientId,
                Name = row.Name,
                Permissions = row.Permissions.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                Agencies = [.. agencies[row.ClientId]],
                CreatedAt = row.CreatedAt,
                EndedAt = row.EndedAt,
                Keys = [.. keys[row.ClientId]],
            }),
        ];
    }

    /// <summary>The client of an id, or null.</summary>
    public static async Task<Client?> Find(ReadSession reading, string clientId) => (await List(reading, clientId)).SingleOrDefault();

    /// <summary>How many keys may administer now; the demonstration's are not counted.</summary>
    public static Task<long> CountAdministrators(ReadSession reading, DateTimeOffset now) =>
        reading.Count(Administrators, new { Now = now });

    /// <summary>Adds a client, unless its id is there; the caller commits.</summary>
    public static async Task Add(
        UnitOfWork work,
        string clientId,
        string name,
        IEnumerable<string> permissions,
        IEnumerable<string> agencies,
        DateTimeOffset at,
        string? by,
        bool isDemonstration = false)
    {
        await work.Execute(Insert, new
        {
            ClientId = clientId,
            Name = name,
            Permissions = string.Join(' ', permissions),
            IsDemonstration = isDemonstration,
            At = at,
            By = by,
        });
        foreach (var agency in agencies) await work.Execute(InsertAgency, new { ClientId = clientId, Agency = agency });
    }

    /// <summary>Ends a client, and its keys with it.</summary>
    /// <returns>The client as it is then; null where there is none.</returns>
    public static async Task<Client?> Deactivate(UnitOfWork work, string clientId, DateTimeOffset at, string? by)
    {
        await work.Execute(UpdateEnd, new { ClientId = clientId, At = at, By = by });
        await KeyStore.RevokeAll(work, clientId, at, by);
        var ended = await Find(work, clientId);
        // The line of the audit goes with the commit: of what nobody did there is none.
        if (ended is not null) await work.Commit();
        return ended;
    }

    private sealed record Row
    {
        public required string ClientId { get; init; }

        public required string Name { get; init; }

        public required string Permissions { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset? EndedAt { get; init; }
    }

    private sealed record AgencyRow
    {
        public required string ClientId { get; init; }

        public required string Agency { get; init; }
    }
}
