namespace SafeguardingMetrics.Storage.Files;

/// <summary>
/// Files and folders that only the service's own user may read: the database, what lies beside it, and keys. On Windows the
/// folder's own permissions decide.
/// </summary>
public static class PrivateFile
{
    /// <summary>The owner may read and write, and nobody else anything: 0600.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode FolderOwnerOnly = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes a folder with the mode 0700 where there is none; one that is there keeps its own.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, FolderOwnerOnly);
    }

    /// <summary>Makes an empty file with the mode 0600.</summary>
    /// <exception cref="IOException">It is there already.</exception>
    public static void CreateEmpty(string path) => Create(path).Dispose();

    /// <summary>Makes a file with the mode 0600.</summary>
    /// <exception cref="IOException">It is there already.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <summary>Copies a file into one with the mode 0600.</summary>
    /// <exception cref="IOException">The target is there already.</exception>
    public static async Task Copy(string source, string target, CancellationToken cancel)
    {
        await using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await using var to = Create(target);
        await from.CopyToAsync(to, cancel);
        to.Flush(flushToDisk: true);
    }

    /// <summary>True where users other than the owner and the group have any right to a file.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    /// <summary>Takes the rights of users other than the owner and the group away, where the file's owner may.</summary>
    /// <returns>False where they still have some.</returns>
    public static bool CloseToOthers(string path)
    {
        if (OperatingSystem.IsWindows() || !IsOpenToOthers(path)) return true;
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) & ~Others);
            return true;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
