using System.IO.Hashing;
using System.Runtime.InteropServices;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// The record keys met in a return, each as 96 bits of a hash (XxHash128), and of each record a hash of its values and where it stood.
/// With a million keys, the chance that two different keys share a hash is about 1 in 10^17. Keys that differ only in capitals or in
/// zeros before a number are different keys, and are counted.
/// </summary>
/// <remarks>
/// Open addressing with linear probing: 16 bytes a place, so that few searches miss the processor's cache, and 16 bytes a record in the
/// order of the records. No allocation for each key. The first spelling of a key stands where all of its spellings are sought, and each
/// other one where it alone is sought: so however many spellings a key has, a search looks at two places.
/// </remarks>
internal sealed class SeenKeys
{
    private const int Small = 128 * 1024;
    private const int Large = 512 * 1024;
    private const int PartSize = 16 * 1024;
    private readonly List<(ulong Values, int Line, uint Spelling)[]> records = [];
    private readonly char[] folded = new char[IdentifierText.Longest];
    private Place[] places = new Place[1024];
    private int count;

    /// <summary>How many keys differ from an earlier one only in capitals or in zeros before a number.</summary>
    public int Respelt { get; private set; }

    /// <summary>The first record with such a key, and the record with the earlier one.</summary>
    public (int Record, int Earlier) FirstRespelt { get; private set; }

    /// <summary>Adds a key; false where the set already contains the key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The record that has it.</param>
    /// <param name="first">The record that had the key first, where there is one.</param>
    public bool Add(string key, SeenRecord record, out SeenRecord first)
    {
        if (count > places.Length / 4 * 3) Grow();
        var hash = Hash(key);
        var spelling = GetSpelling(hash);
        var sought = CreatePlace(HashOfAll(key, hash), record.Number);
        ref var place = ref places[FindSlot(sought)];
        var earlier = place.Number;
        if (earlier != 0 && Get(earlier).Spelling != spelling)
        {
            sought = CreatePlace(~hash, record.Number);
            place = ref places[FindSlot(sought)];
        }

        if (place.Number != 0)
        {
            var (values, line, _) = Get(place.Number);
            first = new SeenRecord(values, place.Number, line);
            return false;
        }

        first = default;
        place = sought;
        Keep(record, spelling);
        count++;
        if (earlier != 0 && Respelt++ == 0) FirstRespelt = (record.Number, earlier);
        return true;
    }

    /// <summary>True where the set contains the key.</summary>
    public bool Contains(string key)
    {
        var hash = Hash(key);
        var number = places[FindSlot(CreatePlace(HashOfAll(key, hash), 1))].Number;
        return number != 0
            && (Get(number).Spelling == GetSpelling(hash) || places[FindSlot(CreatePlace(~hash, 1))].Number != 0);
    }

    // What all spellings of a key have in common. A later spelling's own hash is turned over, so that it is not that of all of another.
    private UInt128 HashOfAll(string key, UInt128 hash)
    {
        var length = IdentifierText.Fold(key, folded);
        return length < 0 ? hash : Hash(folded.AsSpan(0, length));
    }

    private static UInt128 Hash(ReadOnlySpan<char> key) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(key));

    private static uint GetSpelling(UInt128 hash) => (uint)(hash >> 96);

    private static Place CreatePlace(UInt128 hash, int number) => new((ulong)hash, (uint)(hash >> 64), number);

    private ref (ulong Values, int Line, uint Spelling) Get(int number)
    {
        var (part, at) = Math.DivRem(number - 1, PartSize);
        return ref records[part][at];
    }

    private void Keep(SeenRecord record, uint spelling)
    {
        var part = (record.Number - 1) / PartSize;
        while (records.Count <= part) records.Add(GC.AllocateUninitializedArray<(ulong, int, uint)>(PartSize));
        Get(record.Number) = (record.Values, record.Line, spelling);
    }

    // The slot of the hash, or the empty slot where the hash belongs.
    private int FindSlot(in Place sought)
    {
        // Maps the hash proportionally onto the table, so that the table may have any length.
        var slot = (int)((sought.Hash >> 32) * (uint)places.Length >> 32);
        while (true)
        {
            ref readonly var place = ref places[slot];
            if (place.Number == 0 || (place.Hash == sought.Hash && place.More == sought.More)) return slot;
            if (++slot == places.Length) slot = 0;
        }
    }

    private void Grow()
    {
        var old = places;
        // Large tables grow by half instead of doubling: old and new table exist at the same time, and for a million
        // keys that is the peak of memory.
        // Small ones grow fourfold, so that the keys move less often.
        places = new Place[old.Length < Small ? old.Length * 4 : old.Length < Large ? old.Length * 2 : old.Length / 2 * 3];
        foreach (var place in old)
            if (place.Number != 0) places[FindSlot(place)] = place;
    }

    /// <summary>A key.</summary>
    /// <param name="Hash">64 bits of its hash.</param>
    /// <param name="More">32 bits more.</param>
    /// <param name="Number">The number of the record that has it; 0 marks an empty slot.</param>
    private readonly record struct Place(ulong Hash, uint More, int Number);
}

/// <summary>A record that was met.</summary>
/// <param name="Values">A hash of its values.</param>
/// <param name="Number">Its number in the return, counted from 1.</param>
/// <param name="Line">The line on which it begins, counted from 1; 0 where the format has no lines.</param>
internal readonly record struct SeenRecord(ulong Values, int Number, int Line);
