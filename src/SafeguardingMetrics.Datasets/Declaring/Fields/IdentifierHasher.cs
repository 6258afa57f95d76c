using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Turns an identifier into HMAC-SHA-256 under the partnership's keys, one over the other: 43 characters of base64url.
/// Not reversible without all of them; and, since the outer ones need only the hash beneath, a further key can be put
/// over what is stored without the identifiers.
/// </summary>
/// <param name="keys">The keys, the first innermost.</param>
public sealed class IdentifierHasher(params IReadOnlyList<byte[]> keys)
{
    private const string CheckKind = "key-check";

    /// <summary>A hasher under a random key that nobody has: for checking a return of which nothing is kept.</summary>
    public static IdentifierHasher CreateTemporary() => new(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes));

    /// <summary>How many keys lie one over the other.</summary>
    public int Layers => keys.Count;

    /// <summary>
    /// The hash of one identifier; the kind is hashed with it, so that equal digits of two kinds do not match.
    /// </summary>
    public string Compute(string kind, ReadOnlySpan<byte> identifier) => Compute(kind, identifier, keys.Count);

    /// <summary>By which the first so many keys are known again: the hash of nothing.</summary>
    public string ComputeKeyCheck(int layers) => Compute(CheckKind, [], layers);

    /// <summary>Puts the keys after the first so many over a hash that stands under those.</summary>
    public string AddLayers(string hash, int layers)
    {
        Span<byte> bytes = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Base64Url.DecodeFromChars(hash, bytes);
        ApplyLayers(bytes, layers, keys.Count);
        return Base64Url.EncodeToString(bytes);
    }

    private string Compute(string kind, ReadOnlySpan<byte> identifier, int layers)
    {
        Span<byte> text = stackalloc byte[128];
        var prefix = Encoding.ASCII.GetBytes(kind, text);
        text[prefix++] = (byte)':';
        // Longer than any real identifier: what cannot be one is told apart by its beginning alone.
        var kept = Math.Min(identifier.Length, text.Length - prefix);
        identifier[..kept].CopyTo(text[prefix..]);

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys[0], text[..(prefix + kept)], hash);
        ApplyLayers(hash, 1, layers);
        return Base64Url.EncodeToString(hash);
    }

    private void ApplyLayers(Span<byte> hash, int from, int to)
    {
        Span<byte> over = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var i = from; i < to; i++)
        {
            HMACSHA256.HashData(keys[i], hash, over);
            over.CopyTo(hash);
        }
    }
}
