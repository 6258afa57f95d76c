using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts.Records;

/// <summary>
/// Holds the configured keys against those under which the database's hashes stand, and puts a further key over them.
/// With other keys nobody would be matched, and nothing would show it; so the service does not start with them.
/// </summary>
public sealed class IdentifierKeys(Database database, IdentifierHasher hash, TimeProvider time)
{
    private static readonly Sql Known = new("SELECT Layers, KeyCheck FROM IdentifierKeys");
    private static readonly Sql Returns = new("SELECT COUNT(*) FROM AgencyReturn");
    private static readonly Sql Set = new("INSERT INTO IdentifierKeys (Layers, KeyCheck, SetAt) VALUES (@Layers, @KeyCheck, @SetAt)");
    private static readonly Sql Forget = new("DELETE FROM IdentifierKeys");
    private static readonly RecordSql.HashSql Explained = new("QueryExplanation", "ValuesHash");
    private static readonly RecordSql.HashSql Rejected = new("RejectedRecordChild", "ChildHash");
    private static readonly Sql Clear = new("DELETE FROM IdentifierRewrap");

    /// <summary>Refuses keys that are not the database's; takes those of one that has none yet.</summary>
    /// <exception cref="IdentifierKeyException">A key is missing, another, or still to be put over the
    /// hashes.</exception>
    public Task Check(CancellationToken cancel) => database.Write(WriteScope.ForSettings(WriteLocks.Identifiers, audit: null), async work =>
    {
        var known = await CountKnownLayers(work);
        if (hash.Layers > known)
            throw new IdentifierKeyException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{hash.Layers} keys of identifiers are configured, and the database's hashes stand under {known}. Stop every "
                    + $"instance and run: dotnet run --project src/SafeguardingMetrics -- rehash"));
        return true;
    }, cancel);

    /// <summary>
    /// Puts the configured keys that the database does not know yet over every hash: all or none, with the service
    /// stopped.
    /// </summary>
    /// <returns>How many different hashes there were, or null where no key was new.</returns>
    /// <exception cref="IdentifierKeyException">A key is missing or another.</exception>
    public Task<int?> Rehash(CancellationToken cancel) =>
        database.Write<int?>(WriteScope.ForSettings(WriteLocks.Identifiers, audit: null), async work =>
        {
            var known = await CountKnownLayers(work);
            if (hash.Layers == known) return null;
            var columns = DatasetCatalogue.All.SelectMany(dataset => RecordSql.Get(dataset).Hashes).Concat([Explained, Rejected]).ToList();
            var old = new HashSet<string>(StringComparer.Ordinal);
            foreach (var column in columns) old.UnionWith((await work.Query<Stored>(column.Distinct)).Select(row => row.OldHash));
            work.BulkInsert(
                "IdentifierRewrap",
                ["OldHash", "NewHash"],
                old.Select(one => new object?[] { one, hash.AddLayers(one, known) }));
            foreach (var column in columns) await work.Execute(column.Rewrap);
            await work.Execute(Clear);
            await RecordKeys(work);
            await work.Commit();
            return old.Count;
        }, cancel);

    /// <summary>Refuses a copy of a database whose hashes stand under other keys. Nothing is written.</summary>
    /// <param name="copy">Reads the copy, which has the table of keys.</param>
    /// <exception cref="IdentifierKeyException">A key is missing or another.</exception>
    public async Task CheckCopy(ReadSession copy)
    {
        if (await copy.First<Keys>(Known) is { } known) EnsureFit(known);
    }

    // A database from before keys were noted has its hashes under the first key; one without a return takes what is
    // configured.
    private async Task<int> CountKnownLayers(UnitOfWork work)
    {
        if (await work.First<Keys>(Known) is not { } known)
        {
            if (await work.Count(Returns) > 0 && hash.Layers > 1) return 1;
            await RecordKeys(work);
            await work.Commit();
            return hash.Layers;
        }

        EnsureFit(known);
        return known.Layers;
    }

    private void EnsureFit(Keys known)
    {
        if (hash.Layers < known.Layers)
            throw new IdentifierKeyException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The database's hashes stand under {known.Layers} keys of identifiers, and {hash.Layers} are configured: "
                    + $"Identifiers__HashKey, and each of Identifiers__LaterHashKeys in its order, are needed."));
        if (hash.ComputeKeyCheck(known.Layers) != known.KeyCheck)
            throw new IdentifierKeyException(
                "Identifiers__HashKey, or one of Identifiers__LaterHashKeys, is not the one under which the database's hashes stand: "
                + "nobody would be matched with what is there. Give the key back, or the database that belongs to it.");
    }

    private async Task RecordKeys(UnitOfWork work)
    {
        await work.Execute(Forget);
        await work.Execute(Set, new { hash.Layers, KeyCheck = hash.ComputeKeyCheck(hash.Layers), SetAt = Instant.Now(time) });
    }

    private sealed record Keys
    {
        public required int Layers { get; init; }

        public required string KeyCheck { get; init; }
    }

    private sealed record Stored
    {
        public required string OldHash { get; init; }
    }
}
