using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// Seeds of hash functions over what callers send. Whoever knows a seed can choose values that share a place of a table, so that each
/// table has a seed of its own, which nobody is told.
/// </summary>
public static class HashSeed
{
    /// <summary>A seed that nobody can guess.</summary>
    public static long Create()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }
}
