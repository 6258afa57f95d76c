using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>Agencies, as they are kept.</summary>
public sealed class AgencyStore(Database database, TimeProvider time)
{
    private static readonly Sql InsertAgency = new(
        "INSERT INTO Agency (Agency, Name, Sector, IdsBeginAgain, IdsLikeIdentifiers) SELECT @Code, @Name, @Sector, @IdsBeginAgain, "
        + "@IdsLikeIdentifiers WHERE NOT EXISTS (SELECT 1 FROM Agency WHERE Agency = @Code)");

    private static readonly Sql Update = new(
        "UPDATE Agency SET Name = @Name, IdsBeginAgain = @IdsBeginAgain, IdsLikeIdentifiers = @IdsLikeIdentifiers WHERE Agency = @Code");

    private static readonly Sql AllAgencies = new(
        "SELECT Agency AS Code, Name, Sector, IdsBeginAgain, IdsLikeIdentifiers FROM Agency ORDER BY Agency");

    /// <summary>Every agency, by code.</summary>
    public static Task<IReadOnlyList<Agency>> List(ReadSession reading) => reading.QueryOnce<Agency>(AllAgencies);

    /// <summary>Adds an agency, or gives it another name. Its sector stays: what it sent is of it.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="audit">The audit entry; null for none.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    /// <returns>The agency as it was before, null where it is new, and as it is now. Where its sector is another, nothing was
    /// changed.</returns>
    public Task<(Agency? Before, Agency Now)> Set(Agency agency, ITransactionParticipant? audit, CancellationToken cancel) =>
        database.Write<(Agency? Before, Agency Now)>(WriteScope.ForSettings(WriteLocks.Agencies, audit), async work =>
        {
            var before = (await List(work)).FirstOrDefault(known => known.Code == agency.Code);
            if (before is not null && before.Sector != agency.Sector) return (before, before);
            var now = agency with
            {
                IdsBeginAgain = GetDatasets(agency.IdsBeginAgain, before?.IdsBeginAgain),
                IdsLikeIdentifiers = GetDatasets(agency.IdsLikeIdentifiers, before?.IdsLikeIdentifiers),
            };
            await work.Execute(before is null ? InsertAgency : Update, now);
            await work.Commit();
            return (before, now);
        }, cancel);

    // As before where nothing is said of them.
    private static string? GetDatasets(string? given, string? before) =>
        given is not { } list ? before
        : Agency.SplitDatasets(list) is { Length: > 0 } datasets ? string.Join(", ", datasets.Distinct(StringComparer.Ordinal))
        : null;

    /// <summary>Adds agencies, and clients with a key each, that are not there yet.</summary>
    public Task Add(
        IEnumerable<Agency> agencies,
        IEnumerable<(string Key, string Name, string? Agency, IReadOnlyList<string> Permissions)> keys,
        bool areDemonstration,
        CancellationToken cancel)
    {
        return database.Write(WriteScope.ForSettings(WriteLocks.Clients, audit: null), Add, cancel);

        async Task<bool> Add(UnitOfWork work)
        {
            var added = 0;
            foreach (var agency in agencies) added += await work.Execute(InsertAgency, agency);
            foreach (var (key, name, agency, permissions) in keys)
            {
                if (await KeyStore.Exists(work, key)) continue;
                var (id, at) = (Guid.CreateVersion7().ToString(), time.GetUtcNow());
                await ClientStore.Add(work, id, name, permissions, agency is null ? [] : [agency], at, by: null, areDemonstration);
                await KeyStore.Insert(work, Guid.CreateVersion7().ToString(), id, key, at, by: null, expiresAt: null);
                added++;
            }

            // A service that starts beside others, or again, changes nothing.
            if (added > 0) await work.Commit();
            return true;
        }
    }
}
