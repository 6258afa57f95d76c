using System.Security.Cryptography;
using System.Text;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The text of an API key: <c>sm_</c>, the id in 32 hexadecimal digits, <c>_</c>, and the secret, 256 random bits in 64
/// hexadecimal digits. Logs may hold the id, which says nothing about the secret. Secret scanners find keys in source
/// code by the prefix.
/// </summary>
public static class ApiKeyFormat
{
    private const string Prefix = "sm_";
    private const int IdLength = 32;
    private const int SecretBytes = 32;

    /// <summary>The most characters of a key or secret; longer ones are refused unread.</summary>
    public const int Longest = 200;

    /// <summary>Generates a key with this id.</summary>
    public static string Generate(Guid id) => Format(id, RandomNumberGenerator.GetHexString(2 * SecretBytes, lowercase: true));

    /// <summary>The text of the key of an id and a secret.</summary>
    public static string Format(Guid id, string secret) => $"{Prefix}{id:N}_{secret}";

    /// <summary>The id in a key; null where the key has another format, as the demonstration's have.</summary>
    public static Guid? ParseId(string key) =>
        key.Length > Prefix.Length + IdLength && key.StartsWith(Prefix, StringComparison.Ordinal) && key[Prefix.Length + IdLength] == '_'
            && Guid.TryParseExact(key.AsSpan(Prefix.Length, IdLength), "N", out var id) ? id : null;

    /// <summary>SHA-256 of a key in lower-case hexadecimal, which is what the database stores.</summary>
    public static string ComputeHash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>True where a stored hash is that of the key. Compared in constant time.</summary>
    public static bool MatchesHash(string key, string kept) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(ComputeHash(key)), Encoding.ASCII.GetBytes(kept));
}
