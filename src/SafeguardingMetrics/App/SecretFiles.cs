namespace SafeguardingMetrics.App;

/// <summary>
/// Reads secrets from files, as container engines and orchestrators mount them: what the file named by
/// <c>Identifiers__HashKey_FILE</c> holds is the value of <c>Identifiers__HashKey</c>. An environment variable is shown by
/// <c>docker inspect</c> and inherited by every child process; a file is not.
/// </summary>
internal static class SecretFiles
{
    private const string Suffix = "_FILE";
    private const int LongestFile = 64 * 1024;

    // Other programs have settings that end so as well.
    private static readonly string[] Secrets =
    [
        "ConnectionStrings:SafeguardingMetrics", "ConnectionStrings:Reporting", "Identifiers:HashKey", "Submissions:BodyKey",
        "OAuth:SigningKey",
    ];
    private const string LaterKeys = "Identifiers:LaterHashKeys:";

    /// <summary>Adds the values of every setting that names a file, over the settings that are there.</summary>
    /// <exception cref="SecretFileException">A file cannot be read or is empty, or the setting is there by itself as well.</exception>
    public static void AddSecretFiles(this ConfigurationManager configuration)
    {
        var named = configuration.AsEnumerable()
            .Where(setting => setting.Value is { Length: > 0 } && IsOfSecret(setting.Key)).ToList();
        if (named.Count == 0) return;
        configuration.AddInMemoryCollection(named.Select(setting => KeyValuePair.Create<string, string?>(
            setting.Key[..^Suffix.Length], Read(configuration, setting.Key, setting.Value!))));
    }

    private static bool IsOfSecret(string setting) => setting.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
        && setting[..^Suffix.Length] is var secret
        && (Secrets.Contains(secret, StringComparer.OrdinalIgnoreCase) || secret.StartsWith(LaterKeys, StringComparison.OrdinalIgnoreCase));

    private static string Read(ConfigurationManager configuration, string setting, string path)
    {
        var name = setting.Replace(":", "__", StringComparison.Ordinal);
        if (!string.IsNullOrEmpty(configuration[setting[..^Suffix.Length]]))
            throw new SecretFileException($"{name} and {name[..^Suffix.Length]} are both set: leave one of them out.");
        try
        {
            if (new FileInfo(path).Length > LongestFile) throw new SecretFileException($"The file of {name} is too long for a secret.");
            return File.ReadAllText(path).Trim() is { Length: > 0 } secret
                ? secret
                : throw new SecretFileException($"The file of {name} is empty.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SecretFileException($"The file of {name} cannot be read: {path}.");
        }
    }
}

/// <summary>A file that a setting names cannot be used: the program must not start.</summary>
/// <param name="message">Which setting, and why.</param>
internal sealed class SecretFileException(string message) : Exception(message);
