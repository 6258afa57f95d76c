using System.Buffers.Binary;
using System.IO.Hashing;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Hashes of the values of the current record, by which two records of one key are told to be the same or to differ, and in which
/// fields. Of the first records of a return a byte a field is kept for that, up to four megabytes.
/// </summary>
/// <param name="fields">How many fields the dataset has.</param>
internal sealed class RecordValues(int fields)
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const ulong Prime = 0x9E3779B97F4A7C15;
    private const int PartSize = 1024;
    private readonly byte[] values = new byte[fields];
    // An odd number for each field, so that two fields that exchange their values make another sum.
    private readonly ulong[] factors = [.. Enumerable.Range(0, fields).Select(field => (ulong)(field + 1) * Prime | 1)];
    private readonly int most = MostBytes / fields;
    private readonly List<byte[]> kept = [];
    private int count;

    /// <summary>A hash of all values.</summary>
    public ulong Combined { get; private set; }

    /// <summary>Forgets the values, before the next record.</summary>
    public void Clear()
    {
        Array.Clear(values);
        Combined = 0;
    }

    /// <summary>Sets the value of a field. Called at most once for each field of a record.</summary>
    public void Set(int field, ReadOnlySpan<byte> utf8)
    {
        var value = Hash(utf8);
        values[field] = (byte)(value >> 56);
        Combined += value * factors[field];
    }

    /// <summary>Keeps what tells the record's fields apart from another's. Called once for each record, in their order.</summary>
    public void Keep()
    {
        if (count >= most) return;
        var at = count % PartSize;
        if (at == 0) kept.Add(GC.AllocateUninitializedArray<byte>(PartSize * values.Length));
        values.CopyTo(kept[^1], at * values.Length);
        count++;
    }

    /// <summary>
    /// The fields in which the current record differs from an earlier one; none where the earlier one is not kept. One difference in
    /// 256 is not seen.
    /// </summary>
    /// <param name="number">The earlier record's number, counted from 1.</param>
    public FieldSet FindDifferences(int number)
    {
        var found = default(FieldSet);
        if (number > count) return found;
        var earlier = kept[(number - 1) / PartSize].AsSpan((number - 1) % PartSize * values.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
            if (earlier[i] != values[i]) found.Add(i);
        return found;
    }

    // Nearly every value is at most 16 bytes long: its first and last eight say all of it.
    private static ulong Hash(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 16) return XxHash3.HashToUInt64(utf8);
        var (low, high) = (0ul, 0ul);
        if (utf8.Length >= 8)
        {
            low = BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            high = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..]);
        }
        else if (utf8.Length >= 4)
        {
            low = BinaryPrimitives.ReadUInt32LittleEndian(utf8);
            high = BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..]);
        }
        else
        {
            foreach (var b in utf8) low = low << 8 | b;
        }

        var mixed = (low + (uint)utf8.Length + 1) * Prime;
        mixed = (mixed ^ mixed >> 32 ^ high) * Prime;
        return mixed ^ mixed >> 29;
    }
}
