using System.Security.Cryptography;

namespace SafeguardingMetrics.Storage.Files;

/// <summary>A file with a secret key in base64.</summary>
public static class KeyFile
{
    /// <summary>Reads a key that somebody put there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isDevelopment">True where other users' rights to it are taken away; elsewhere it is refused.</param>
    /// <exception cref="DatabaseFileException">Other users of the machine can read the file; the message says the way out.</exception>
    public static string Read(string path, bool isDevelopment)
    {
        if (PrivateFile.IsOpenToOthers(path) && !(isDevelopment && PrivateFile.CloseToOthers(path)))
            throw new DatabaseFileException(
                $"Other users of this machine can read the key in {path}. Take their rights away with: chmod 600 \"{path}\". Where "
                + "somebody may have read it, replace the key: docs/operations.md, \"Changing the identifier key\".");
        return File.ReadAllText(path).Trim();
    }

    /// <summary>Reads the key of a development machine; makes one of 32 random bytes where there is none.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static string ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            PrivateFile.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var file = new StreamWriter(PrivateFile.Create(path));
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return Read(path, isDevelopment: true);
    }
}
