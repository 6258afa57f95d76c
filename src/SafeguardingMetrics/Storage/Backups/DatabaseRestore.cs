using System.Globalization;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Storage.Backups;

/// <summary>Puts a backup in the place of the embedded database, after it was checked, and keeps the database that was there.</summary>
/// <param name="engine">The embedded database.</param>
/// <param name="check">Checks the backup.</param>
/// <param name="time">The clock.</param>
public sealed class DatabaseRestore(Engine engine, BackupCheck check, TimeProvider time)
{
    /// <summary>Restores it. The backup itself is not changed.</summary>
    /// <param name="source">The backup; a copy of a running service's three files is one as well.</param>
    /// <param name="cancel">Ends it before anything is changed.</param>
    /// <returns>What was restored, and the file in which the database before is kept; null where there was none.</returns>
    /// <exception cref="BackupException">Nothing was restored, and why.</exception>
    public async Task<(BackupFacts Facts, string? Kept)> Run(string source, CancellationToken cancel)
    {
        var file = engine.FilePath!;
        if (!File.Exists(source)) throw new BackupException($"{source} is not there. Nothing was changed.");
        if (Path.GetFullPath(source) == file) throw new BackupException($"{source} is the database itself. Nothing was changed.");
        var copy = $"{file}-restoring";
        PrivateFile.CreateFolder(Path.GetDirectoryName(file)!);
        DeleteAll(copy);
        try
        {
            await PrivateFile.Copy(source, copy, cancel);
            if (File.Exists($"{source}-wal")) await PrivateFile.Copy($"{source}-wal", $"{copy}-wal", cancel);
            if (SqliteFileInspection.Inspect(copy) is SqliteFileState.Ours) SqliteFileCopy.LeaveLog(copy);
            var facts = await check.Run(copy, source, cancel);
            var kept = SetAside(file);
            File.Move(copy, file);
            // The restored database may well be older, and is meant to be.
            var newest = new NewestChangeFile(file);
            newest.Delete();
            newest.Write(facts.Newest);
            return (facts, kept);
        }
        catch (SqliteException fault)
        {
            throw new BackupException($"{source} cannot be restored: {fault.Message} Nothing was changed.");
        }
        finally
        {
            DeleteAll(copy);
        }
    }

    // Only where nobody holds it; with its log in it.
    private string? SetAside(string file)
    {
        if (!File.Exists(file))
        {
            if (File.Exists($"{file}-wal"))
                throw new BackupException($"{file}-wal is there without its database. Move it away; nothing was changed.");
            return null;
        }

        if (!IsFree(file))
            throw new BackupException($"The service or another program holds {file}. Stop it, and restore then; nothing was changed.");
        var kept = string.Create(CultureInfo.InvariantCulture, $"{file}-before-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        File.Move(file, kept);
        File.Delete($"{file}-shm");
        if (File.Exists($"{file}-wal")) File.Move($"{file}-wal", $"{kept}-wal");
        return kept;
    }

    private static bool IsFree(string file)
    {
        if (new FileInfo(file).Length == 0) return true;
        try
        {
            return SqliteFileCopy.LeaveLog(file);
        }
        catch (SqliteException fault)
        {
            throw new BackupException(
                $"{file} cannot be opened ({fault.Message}), so that nobody can tell whether the service holds it. Stop the service, move "
                + $"{Path.GetFileName(file)} and the files whose names begin so away, and restore then. Nothing was changed.");
        }
    }

    private static void DeleteAll(string path)
    {
        foreach (var end in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(path + end);
    }
}
