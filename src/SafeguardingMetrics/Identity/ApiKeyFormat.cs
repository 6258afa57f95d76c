using System.Security.Cryptography;
using System.Text;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// A key as its holder has it: <c>sm_</c>, its id in 32 hexadecimal digits, <c>_</c>, and its secret, 256 random bits in 64. The id tells
/// which key it is without telling anything of the secret, so logs may hold it; the prefix lets scanners of code find a key that was left there.
/// </summary>
public static class ApiKeyFormat
{
    private const string Prefix = "sm_";
    private const int IdLength = 32;
    private const int SecretBytes = 32;

    /// <summary>The most characters that are looked at.</summary>
    public const int Longest = 200;

    /// <summary>A new key of this id.</summary>
    public static string Generate(Guid id) => Format(id, RandomNumberGenerator.GetHexString(2 * SecretBytes, lowercase: true));

    /// <summary>The key of an id and a secret.</summary>
    public static string Format(Guid id, string secret) => $"{Prefix}{id:N}_{secret}";

    /// <summary>The id that a key names; null where it is written in another way, as those of the demonstration are.</summary>
    public static Guid? ParseId(string key) =>
        key.Length > Prefix.Length + IdLength && key.StartsWith(Prefix, StringComparison.Ordinal) && key[Prefix.Length + IdLength] == '_' && Guid.TryParseExact(key.AsSpan(Prefix.Length, IdLength), "N", out var id) ? id : null;

    /// <summary>SHA-256 of a key, in lower-case hexadecimal: what is kept.</summary>
    public static string ComputeHash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>True where a hash that is kept is this key's; how long it takes tells nothing of where they differ.</summary>
    public static bool MatchesHash(string key, string kept) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(ComputeHash(key)), Encoding.ASCII.GetBytes(kept));
}
