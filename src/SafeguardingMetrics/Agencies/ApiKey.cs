using System.Security.Cryptography;
using System.Text;

namespace SafeguardingMetrics.Agencies;

/// <summary>A key as it is kept: never the key itself.</summary>
public sealed record ApiKey
{
    /// <summary>Its id, which logs may hold.</summary>
    public required string KeyId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>The code of the agency it acts for; null where it belongs to the partnership.</summary>
    public required string? Agency { get; init; }

    /// <summary>That agency's name.</summary>
    public required string? AgencyName { get; init; }

    /// <summary>That agency's sector.</summary>
    public required string? Sector { get; init; }

    /// <summary>Its permissions, with spaces between.</summary>
    public required string Permissions { get; init; }

    /// <summary>True for the keys that everyone can read in the README: refused outside Development.</summary>
    public required bool IsDemonstration { get; init; }

    /// <summary>SHA-256 of a key, in lower-case hexadecimal: what is kept and looked up.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
