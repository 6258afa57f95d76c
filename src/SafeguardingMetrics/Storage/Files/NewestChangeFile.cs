using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SafeguardingMetrics.Storage.Files;

/// <summary>
/// The small file beside the embedded database that says which change was committed last. A database that has lost its
/// write-ahead log, or an older copy of it, is sound in itself: only something outside it shows that it is older than it was.
/// </summary>
/// <param name="database">The database's file.</param>
public sealed class NewestChangeFile(string database)
{
    // Of one length, so that one write replaces it whole.
    private const int Length = 160;

    /// <summary>The file: the database's with <c>-newest</c> at its end.</summary>
    public string Path { get; } = $"{System.IO.Path.GetFullPath(database)}-newest";

    /// <summary>The change that was written last; null where there is no such file, or it cannot be read.</summary>
    public NewestChange? Read()
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path));
            var at = json.RootElement.GetProperty("changedAt");
            return new NewestChange(
                json.RootElement.GetProperty("dataVersion").GetInt64(), at.ValueKind == JsonValueKind.Null ? null : at.GetDateTimeOffset());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes a change that is committed. It is not forced to the disk: after a power cut the file may be behind the database, which
    /// is harmless, and never ahead of it.
    /// </summary>
    /// <returns>False where it could not be written: the change is in the database all the same.</returns>
    public bool Write(NewestChange change)
    {
        try
        {
            if (!File.Exists(Path)) PrivateFile.CreateEmpty(Path);
            var at = change.ChangedAt is { } instant ? $"\"{instant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\"" : "null";
            var text = string.Create(CultureInfo.InvariantCulture, $"{{\"dataVersion\":{change.Version},\"changedAt\":{at}}}");
            // Shared, since another process may write to the same database.
            using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            RandomAccess.Write(file, Encoding.ASCII.GetBytes(text.PadRight(Length - 1) + "\n"), 0);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Deletes it.</summary>
    public void Delete() => File.Delete(Path);
}
