using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SafeguardingMetrics.Returns;

/// <summary>
/// The keys that were met in a return, each as 128 bits of hash: two different keys of a million are taken for one with a chance of
/// 1 in 10^27. A bare table with open places, since a set of the framework's is twice as large and asks memory twice a key.
/// </summary>
internal sealed class KeySet
{
    private UInt128[] places = new UInt128[1024];
    private int count;

    /// <summary>Adds a key; false where it was met before.</summary>
    public bool Add(string key)
    {
        if (count > places.Length / 4 * 3) Grow();
        // Nought is an open place.
        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(key.AsSpan())) is var some && some == 0 ? 1 : some;
        var place = PlaceOf(hash);
        if (places[place] == hash) return false;
        places[place] = hash;
        count++;
        return true;
    }

    // Where the hash stands, or the open place where it would.
    private int PlaceOf(UInt128 hash)
    {
        var place = (int)(ulong)hash & (places.Length - 1);
        while (places[place] != 0 && places[place] != hash) place = (place + 1) & (places.Length - 1);
        return place;
    }

    private void Grow()
    {
        var old = places;
        places = new UInt128[old.Length * 2];
        foreach (var hash in old)
            if (hash != 0) places[PlaceOf(hash)] = hash;
    }
}
