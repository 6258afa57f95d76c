using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// The keys that were met in a return, each as 128 bits of hash: two different keys of a million are taken for one with a chance of
/// 1 in 10^27. A bare table with open places, since a set of the framework's is twice as large and asks memory twice a key.
/// </summary>
internal sealed class SeenKeys
{
    private const int Large = 512 * 1024;
    private UInt128[] places = new UInt128[1024];
    private int count;

    /// <summary>Adds a key; false where it was met before.</summary>
    public bool Add(string key)
    {
        if (count > places.Length / 4 * 3) Grow();
        // Nought is an open place.
        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(key.AsSpan())) is var some && some == 0 ? 1 : some;
        var place = FindSlot(hash);
        if (places[place] == hash) return false;
        places[place] = hash;
        count++;
        return true;
    }

    // Where the hash stands, or the open place where it would.
    private int FindSlot(UInt128 hash)
    {
        // The hash's share of all hashes, of the table: any length will do.
        var place = (int)(((ulong)hash >> 32) * (uint)places.Length >> 32);
        while (places[place] != 0 && places[place] != hash)
            if (++place == places.Length) place = 0;
        return place;
    }

    private void Grow()
    {
        var old = places;
        // A large one by half and not to double: the old table is there beside the new one, and of a million keys that is what memory peaks at.
        places = new UInt128[old.Length < Large ? old.Length * 2 : old.Length / 2 * 3];
        foreach (var hash in old)
            if (hash != 0) places[FindSlot(hash)] = hash;
    }
}
