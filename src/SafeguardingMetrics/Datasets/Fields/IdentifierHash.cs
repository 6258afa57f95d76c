using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SafeguardingMetrics.Datasets.Fields;

/// <summary>Turns an identifier into HMAC-SHA-256 under the partnership's key: 43 characters of base64url. Not reversible without the key.</summary>
public sealed class IdentifierHash(byte[] key)
{
    /// <summary>The hash of one identifier; the kind is hashed with it, so that equal digits of two kinds do not match.</summary>
    public string Of(string kind, ReadOnlySpan<byte> identifier)
    {
        Span<byte> text = stackalloc byte[128];
        var prefix = Encoding.ASCII.GetBytes(kind, text);
        text[prefix++] = (byte)':';
        // Longer than any real identifier: what cannot be one is told apart by its beginning alone.
        var kept = Math.Min(identifier.Length, text.Length - prefix);
        identifier[..kept].CopyTo(text[prefix..]);

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text[..(prefix + kept)], hash);
        return Base64Url.EncodeToString(hash);
    }
}
