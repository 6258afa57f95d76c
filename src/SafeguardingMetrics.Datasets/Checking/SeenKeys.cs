using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Text;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// The record keys met in a return, each as 96 bits of a hash (XxHash128), and of each record a hash of its values and where it stood.
/// With a million keys, the chance that two different keys share a hash is about 1 in 10^17.
/// </summary>
/// <remarks>
/// Open addressing with linear probing: 8 bytes a place, so that few searches miss the processor's cache, and 24 bytes a record in the
/// order of the records, which are read only where 32 bits of the hash agree. No allocation for each key. Keys in capitals and without
/// zeros before a number are sought once; others once more, as they would be so.
/// The hash has a random seed: keys cannot be chosen to share places. Nothing else bounds the probes, of which a search in a table
/// three quarters full makes 8.5 on average at most, whatever the keys are.
/// </remarks>
/// <param name="seed">The seed of the hash; a test may give one.</param>
internal sealed class SeenKeys(long seed)
{
    private const int Small = 128 * 1024;
    private const int Large = 512 * 1024;
    private const int LongestAnnounced = 64;
    private const int PartSize = 16 * 1024;
    private readonly List<Kept[]> records = [];
    private Place[] places = new Place[1024];
    private readonly byte[] announced = new byte[LongestAnnounced];
    private int announcedLength;
    private (ulong Hash, uint More) announcedHash;
    private int count;
    private readonly char[] folded = new char[IdentifierText.Longest];

    // The first record of each key that is not in capitals and without zeros, by the hash of the key that would be.
    private readonly Dictionary<ulong, int> otherwise = [];

    /// <summary>Creates an empty set with a seed of its own.</summary>
    public SeenKeys() : this(HashSeed.Create())
    {
    }

    /// <summary>
    /// How many places all keys together lie from the place that their hash names: the probes of finding each once, beyond the first.
    /// Goes through the whole table.
    /// </summary>
    public long Displacement
    {
        get
        {
            var sum = 0L;
            for (var slot = 0; slot < places.Length; slot++)
                if (places[slot].Number != 0)
                    sum += (slot - GetFirstSlot(places[slot].Part, places.Length) + places.Length) % places.Length;
            return sum;
        }
    }

    /// <summary>
    /// Says which key will probably be added next, as early as it is known: its place is on the way from memory while the rest of the
    /// record is read.
    /// </summary>
    public void Announce(ReadOnlySpan<byte> utf8)
    {
        announcedLength = 0;
        if (utf8.Length > LongestAnnounced) return;
        utf8.CopyTo(announced);
        announcedLength = utf8.Length;
        announcedHash = Hash(utf8);
        var slot = GetFirstSlot((uint)(announcedHash.Hash >> 32), places.Length);
        if (Sse.IsSupported) Prefetch(ref places[slot]);
    }

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
        var (hash, more) = Hash(key);
        ref var place = ref places[FindSlot(hash, more)];
        if (place.Number != 0)
        {
            ref readonly var kept = ref GetKept(place.Number);
            first = new SeenRecord(kept.Values, place.Number, kept.Line);
            return false;
        }

        first = default;
        place = new Place((uint)(hash >> 32), record.Number);
        Keep(record, hash, more);
        count++;
        if (FindOtherSpelling(key, hash, record.Number) is > 0 and var earlier && Respelt++ == 0)
            FirstRespelt = (record.Number, earlier);
        return true;
    }

    /// <summary>True where the set contains the key.</summary>
    public bool Contains(string key) => Hash(key) is var (hash, more) && places[FindSlot(hash, more)].Number != 0;

    private (ulong Hash, uint More) Hash(string key)
    {
        if (announcedLength > 0 && Ascii.Equals(announced.AsSpan(0, announcedLength), key)) return announcedHash;
        Span<byte> utf8 = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(key, utf8, out var length) ? Hash(utf8[..length]) : Hash(Encoding.UTF8.GetBytes(key));
    }

    private (ulong Hash, uint More) Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = XxHash128.HashToUInt128(utf8, seed);
        return ((ulong)hash, (uint)(hash >> 64));
    }

    // The record of an earlier key that differs only in capitals or zeros; 0 where there is none.
    private int FindOtherSpelling(string key, ulong hash, int number)
    {
        var length = IdentifierText.Fold(key, folded);
        if (length < 0) return otherwise.Count == 0 ? 0 : otherwise.GetValueOrDefault(hash);
        Span<byte> utf8 = stackalloc byte[IdentifierText.Longest * 3];
        var (same, more) = Hash(utf8[..Encoding.UTF8.GetBytes(folded.AsSpan(0, length), utf8)]);
        if (places[FindSlot(same, more)].Number is > 0 and var plain) return plain;
        return otherwise.TryAdd(same, number) ? 0 : otherwise[same];
    }

    private static unsafe void Prefetch(ref Place place) => Sse.Prefetch0(Unsafe.AsPointer(ref place));

    private ref readonly Kept GetKept(int number) => ref records[(number - 1) / PartSize][(number - 1) % PartSize];

    private void Keep(SeenRecord record, ulong hash, uint more)
    {
        var (part, at) = Math.DivRem(record.Number - 1, PartSize);
        while (records.Count <= part) records.Add(GC.AllocateUninitializedArray<Kept>(PartSize));
        records[part][at] = new Kept(hash, record.Values, more, record.Line);
    }

    // The slot of the hash, or the empty slot where the hash belongs.
    private int FindSlot(ulong hash, uint more)
    {
        var (table, part) = (places, (uint)(hash >> 32));
        var slot = GetFirstSlot(part, table.Length);
        while (true)
        {
            var place = table[slot];
            if (place.Number == 0 || (place.Part == part && Is(place.Number, hash, more))) return slot;
            if (++slot == table.Length) slot = 0;
        }
    }

    private bool Is(int number, ulong hash, uint more)
    {
        ref readonly var kept = ref GetKept(number);
        return kept.Hash == hash && kept.More == more;
    }

    // Maps the hash proportionally onto the table, so that the table may have any length.
    private static int GetFirstSlot(uint part, int length) => (int)((ulong)part * (uint)length >> 32);

    private void Grow()
    {
        var old = places;
        // Large tables grow by half instead of doubling: old and new table exist at the same time, and for a million
        // keys that is the peak of memory.
        // Small ones grow fourfold, so that the keys move less often.
        places = new Place[old.Length < Small ? old.Length * 4 : old.Length < Large ? old.Length * 2 : old.Length / 2 * 3];
        foreach (var place in old)
        {
            // All keys are different: none has to be compared.
            if (place.Number == 0) continue;
            var slot = GetFirstSlot(place.Part, places.Length);
            while (places[slot].Number != 0)
                if (++slot == places.Length) slot = 0;
            places[slot] = place;
        }
    }

    /// <summary>A key.</summary>
    /// <param name="Part">32 bits of its hash.</param>
    /// <param name="Number">The number of the record that has it; 0 marks an empty slot.</param>
    private readonly record struct Place(uint Part, int Number);

    /// <summary>What is kept of a record.</summary>
    /// <param name="Hash">64 bits of its key's hash.</param>
    /// <param name="Values">A hash of its values.</param>
    /// <param name="More">32 bits more of its key's hash.</param>
    /// <param name="Line">The line on which it begins.</param>
    private readonly record struct Kept(ulong Hash, ulong Values, uint More, int Line);
}

/// <summary>A record that was met.</summary>
/// <param name="Values">A hash of its values.</param>
/// <param name="Number">Its number in the return, counted from 1.</param>
/// <param name="Line">The line on which it begins, counted from 1; 0 where the format has no lines.</param>
internal readonly record struct SeenRecord(ulong Values, int Number, int Line);
