using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// The record keys met in a return, each as a 128-bit hash (XxHash128), with a hash of the record's values and where it stood. With a
/// million keys, the chance that two different keys share a hash is about 1 in 10^27.
/// </summary>
/// <remarks>
/// Open addressing with linear probing: 32 bytes a place and no allocation for each key.
/// </remarks>
internal sealed class SeenKeys
{
    private const int Large = 512 * 1024;
    private Place[] places = new Place[1024];
    private int count;

    /// <summary>Adds a key; false where the set already contains the key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The record that has it.</param>
    /// <param name="first">The record that had the key first, where there is one.</param>
    public bool Add(string key, SeenRecord record, out SeenRecord first)
    {
        if (count > places.Length / 4 * 3) Grow();
        var hash = Hash(key);
        ref var place = ref places[FindSlot(hash)];
        first = place.Record;
        if (place.Hash == hash) return false;
        place = new Place(hash, record);
        count++;
        return true;
    }

    /// <summary>True where the set contains the key.</summary>
    public bool Contains(string key)
    {
        var hash = Hash(key);
        return places[FindSlot(hash)].Hash == hash;
    }

    // Zero marks an empty slot.
    private static UInt128 Hash(string key) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes(key.AsSpan())) is var hash && hash == 0 ? 1 : hash;

    // The slot of the hash, or the empty slot where the hash belongs.
    private int FindSlot(UInt128 hash)
    {
        // Maps the hash proportionally onto the table, so that the table may have any length.
        var place = (int)(((ulong)hash >> 32) * (uint)places.Length >> 32);
        while (places[place].Hash != 0 && places[place].Hash != hash)
            if (++place == places.Length) place = 0;
        return place;
    }

    private void Grow()
    {
        var old = places;
        // Large tables grow by half instead of doubling: old and new table exist at the same time, and for a million
        // keys that is the peak of memory.
        places = new Place[old.Length < Large ? old.Length * 2 : old.Length / 2 * 3];
        foreach (var place in old)
            if (place.Hash != 0) places[FindSlot(place.Hash)] = place;
    }

    private readonly record struct Place(UInt128 Hash, SeenRecord Record);
}

/// <summary>A record that was met.</summary>
/// <param name="Values">A hash of its values.</param>
/// <param name="Number">Its number in the return, counted from 1.</param>
/// <param name="Line">The line on which it begins, counted from 1; 0 where the format has no lines.</param>
internal readonly record struct SeenRecord(ulong Values, int Number, int Line);
