using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Agencies;

/// <summary>Agencies and keys, as they are kept.</summary>
public sealed class AgencyStore(Database database, TimeProvider time)
{
    private static readonly Sql ByHash = new("""
        SELECT k.KeyId, k.Name, k.Agency, a.Name AS AgencyName, a.Sector, k.Permissions, k.IsDemonstration
        FROM ApiKey k
        LEFT JOIN Agency a ON a.Agency = k.Agency
        WHERE k.KeyHash = @KeyHash
        """);

    private static readonly Sql InsertAgency = new("INSERT INTO Agency (Agency, Name, Sector) SELECT @Code, @Name, @Sector WHERE NOT EXISTS (SELECT 1 FROM Agency WHERE Agency = @Code)");

    private static readonly Sql InsertKey = new("""
        INSERT INTO ApiKey (KeyId, Name, KeyHash, Agency, Permissions, IsDemonstration, CreatedAt)
        SELECT @KeyId, @Name, @KeyHash, @Agency, @Permissions, @IsDemonstration, @CreatedAt
        WHERE NOT EXISTS (SELECT 1 FROM ApiKey WHERE KeyHash = @KeyHash)
        """);

    private static readonly Sql AllAgencies = new("SELECT Agency AS Code, Name, Sector FROM Agency ORDER BY Agency");

    /// <summary>Every agency, by code.</summary>
    public static Task<IReadOnlyList<Agency>> All(Reading reading) => reading.Query<Agency>(AllAgencies);

    /// <summary>The key that was presented, or null where it is none of ours.</summary>
    public Task<ApiKey?> FindKey(string presented, CancellationToken cancel) =>
        database.Read(reading => reading.First<ApiKey>(ByHash, new { KeyHash = ApiKey.HashOf(presented) }), cancel);

    /// <summary>Adds agencies and keys that are not there yet.</summary>
    public Task Add(IEnumerable<Agency> agencies, IEnumerable<(string Key, string Name, string? Agency, IReadOnlyList<string> Permissions)> keys, bool areDemonstration, CancellationToken cancel)
    {
        return database.Write("agencies", Add, cancel);

        async Task<bool> Add(UnitOfWork work)
        {
            foreach (var agency in agencies) await work.Execute(InsertAgency, agency);
            foreach (var (key, name, agency, permissions) in keys)
            {
                await work.Execute(InsertKey, new
                {
                    KeyId = Guid.CreateVersion7().ToString(),
                    Name = name,
                    KeyHash = ApiKey.HashOf(key),
                    Agency = agency,
                    Permissions = string.Join(' ', permissions),
                    IsDemonstration = areDemonstration,
                    CreatedAt = time.GetUtcNow(),
                });
            }

            await work.Commit();
            return true;
        }
    }
}
