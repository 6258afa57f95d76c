using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace SafeguardingMetrics.Returns.Keys;

/// <summary>
/// Hashes the keys of an agency's records of one dataset to 16 bytes (XXH128), in which form they are compared and kept. Of a
/// hundred million keys, the chance that two share a hash is about 1 in 10^23.
/// </summary>
internal sealed class RecordKeyHasher(string agency, string dataset)
{
    private const int MostBytes = 512;
    private readonly long seed = (long)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{agency}\n{dataset}"));

    /// <summary>The hash of a key; the same on every machine and in every version.</summary>
    public UInt128 Hash(string key)
    {
        Span<byte> utf8 = key.Length <= MostBytes / 3 ? stackalloc byte[MostBytes] : new byte[Encoding.UTF8.GetByteCount(key)];
        return XxHash128.HashToUInt128(utf8[..Encoding.UTF8.GetBytes(key, utf8)], seed);
    }

    /// <summary>The bytes that are stored: in the order of the numbers, so that sorted hashes are loaded in the order of the key.</summary>
    public static byte[] GetBytes(UInt128 hash)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }

    /// <summary>The hash that was stored.</summary>
    public static UInt128 Read(byte[] bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);
}
