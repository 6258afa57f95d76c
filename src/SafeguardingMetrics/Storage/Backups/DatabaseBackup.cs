using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Storage.Backups;

/// <summary>Writes the embedded database to one file, and checks that file before it gets its name.</summary>
/// <param name="engine">The embedded database.</param>
/// <param name="check">Checks the copy.</param>
public sealed class DatabaseBackup(Engine engine, BackupCheck check)
{
    /// <summary>Writes it; the service may run meanwhile.</summary>
    /// <param name="target">The file, which must not be there.</param>
    /// <param name="cancel">Ends it between two steps; nothing is left then.</param>
    /// <exception cref="BackupException">No backup was made, and why.</exception>
    public async Task<BackupFacts> Write(string target, CancellationToken cancel)
    {
        var file = engine.FilePath!;
        if (File.Exists(target)) throw new BackupException($"{target} is there already. Name another file; nothing was written.");
        if (SqliteFileInspection.Inspect(file) is not SqliteFileState.Ours)
            throw new BackupException($"{file} is not a database of this service, or is not there. Nothing was written.");
        // Before the copy is made: what is committed meanwhile is not in it, and is no loss.
        var kept = engine.NewestKept;
        var partial = $"{target}.partial";
        File.Delete(partial);
        try
        {
            PrivateFile.CreateEmpty(partial);
            SqliteFileCopy.Write(file, partial);
            cancel.ThrowIfCancellationRequested();
            var facts = await check.Run(partial, "The copy", cancel);
            if (kept is not null && facts.Newest.Version < kept.Version)
                throw new BackupException(
                    $"The database is older than {Path.GetFileName(file)}-newest says: it has lost changes. Nothing was written; start the "
                    + "service to see what can be done.");
            using (var written = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
            File.Move(partial, target);
            return facts;
        }
        catch (SqliteException fault)
        {
            throw new BackupException($"{file} could not be copied: {fault.Message} Nothing was written.");
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
