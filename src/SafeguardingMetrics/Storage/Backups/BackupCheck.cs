using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Storage.Backups;

/// <summary>Checks a copy of the embedded database by opening it.</summary>
/// <param name="checkKeys">Refuses a copy whose hashes stand under other identifier keys than those configured.</param>
public sealed class BackupCheck(Func<ReadSession, Task> checkKeys)
{
    private const string KeyScript = "0312-identifier-keys.sql";
    private static readonly Sql Scripts = new("SELECT Script FROM SchemaMigration");
    private static readonly Sql Returns = new("SELECT COUNT(*) AS Returns, MAX(ReceivedAt) AS LastReceivedAt FROM AgencyReturn");

    /// <summary>
    /// Checks it: that it is this service's, whole, of a version that this one knows, and hashed under the configured keys.
    /// </summary>
    /// <param name="path">The file, which nobody else uses.</param>
    /// <param name="name">What the messages call it.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="BackupException">It fails the check.</exception>
    public async Task<BackupFacts> Run(string path, string name, CancellationToken cancel)
    {
        try
        {
            if (SqliteFileInspection.Inspect(path) is not SqliteFileState.Ours)
                throw new BackupException($"{name} is not a database of this service.");
            EnsureWhole(path, name);
            using var engine = new SqliteEngine($"Data Source={path};Pooling=false");
            var copy = new Database(engine, new Resilience(engine, NullLogger<Resilience>.Instance));
            return await copy.Read(
                async reading =>
                {
                    var scripts = (await reading.Query<ScriptRow>(Scripts)).Select(row => row.Script).ToHashSet(StringComparer.Ordinal);
                    Schema.RefuseNewer(scripts);
                    if (scripts.Contains(KeyScript)) await checkKeys(reading);
                    var returns = await reading.First<ReturnsRow>(Returns);
                    var version = await DataVersion.Read(reading);
                    return new BackupFacts(
                        returns!.Returns, returns.LastReceivedAt, new NewestChange(version.Number, version.ChangedAt),
                        new FileInfo(path).Length);
                },
                cancel);
        }
        catch (Exception fault) when (fault is SqliteException or DatabaseUnavailableException)
        {
            throw new BackupException($"{name} cannot be read: {DatabaseErrors.Describe(fault)}");
        }
    }

    private static void EnsureWhole(string path, string name)
    {
        if (SqliteEngine.FindDamage(path) is [var first, ..]) throw new BackupException($"{name} is damaged: {first}");
        using var connection = SqliteFileCopy.Open(path, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        using var rows = command.ExecuteReader();
        if (rows.Read()) throw new BackupException($"{name} is damaged: a row of {rows.GetString(0)} refers to a row that is not there.");
    }

    private sealed record ScriptRow
    {
        public required string Script { get; init; }
    }

    private sealed record ReturnsRow
    {
        public required long Returns { get; init; }

        public required DateTimeOffset? LastReceivedAt { get; init; }
    }
}
