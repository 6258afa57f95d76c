using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// The set of record keys met in a return, each as a 128-bit hash (XxHash128). With a million keys, the chance that two
/// different keys share a hash is about 1 in 10^27.
/// </summary>
/// <remarks>
/// Open addressing with linear probing: half the memory of <see cref="HashSet{T}"/> and no allocation for each key.
/// </remarks>
internal sealed class SeenKeys
{
    private const int Large = 512 * 1024;
    private UInt128[] places = new UInt128[1024];
    private int count;

    /// <summary>Adds a key; false where the set already contains the key.</summary>
    public bool Add(string key)
    {
        if (count > places.Length / 4 * 3) Grow();
        // Zero marks an empty slot.
        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(key.AsSpan())) is var some && some == 0 ? 1 : some;
        var place = FindSlot(hash);
        if (places[place] == hash) return false;
        places[place] = hash;
        count++;
        return true;
    }

    // The slot of the hash, or the empty slot where the hash belongs.
    private int FindSlot(UInt128 hash)
    {
        // Maps the hash proportionally onto the table, so that the table may have any length.
        var place = (int)(((ulong)hash >> 32) * (uint)places.Length >> 32);
        while (places[place] != 0 && places[place] != hash)
            if (++place == places.Length) place = 0;
        return place;
    }

    private void Grow()
    {
        var old = places;
        // Large tables grow by half instead of doubling: old and new table exist at the same time, and for a million
        // keys that is the peak of memory.
        places = new UInt128[old.Length < Large ? old.Length * 2 : old.Length / 2 * 3];
        foreach (var hash in old)
            if (hash != 0) places[FindSlot(hash)] = hash;
    }
}
