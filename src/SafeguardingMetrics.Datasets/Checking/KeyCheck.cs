using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>Finds records of one return that have the same key, and in which fields they differ.</summary>
/// <param name="fields">How many fields the dataset has.</param>
/// <param name="key">The place of the key among them.</param>
internal sealed class KeyCheck(int fields, int key)
{
    private readonly SeenKeys keys = new();
    private readonly RecordValues values = new(fields);

    /// <summary>Begins a record.</summary>
    public void Begin() => values.Clear();

    /// <summary>Sets the value of a field of the record.</summary>
    public void Set(int field, ReadOnlySpan<byte> utf8)
    {
        values.Set(field, utf8);
        if (field == key) keys.Announce(utf8);
    }

    /// <summary>Ends a record. Called once for each, in their order.</summary>
    public void End() => values.Keep();

    /// <summary>True where a record that was read so far has this key.</summary>
    public bool Contains(string key) => keys.Contains(key);

    /// <summary>How many keys differ from an earlier one only in capitals or in zeros before a number.</summary>
    public int Respelt => keys.Respelt;

    /// <summary>The first record with such a key, and the record with the earlier one.</summary>
    public (int Record, int Earlier) FirstRespelt => keys.FirstRespelt;

    /// <summary>Adds the record under its key; null where it is the first with this key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="number">The record's number in the return, counted from 1.</param>
    /// <param name="line">The line on which it begins, where the format has lines.</param>
    public EarlierRecord? Add(string key, int number, int? line)
    {
        var seen = new SeenRecord(values.Combined, number, line ?? 0);
        if (keys.Add(key, seen, out var first)) return null;
        return new EarlierRecord(first, first.Values == seen.Values, values.FindDifferences(first.Number));
    }
}

/// <summary>The earlier record that has a record's key.</summary>
/// <param name="Record">Where it stands.</param>
/// <param name="IsSame">True where all values are the same.</param>
/// <param name="Differences">The fields known to differ.</param>
internal readonly record struct EarlierRecord(SeenRecord Record, bool IsSame, FieldSet Differences)
{
    /// <summary>Where it stands, in words.</summary>
    public override string ToString() =>
        Record.Line > 0 ? $"record {Record.Number}, on line {Record.Line}" : $"record {Record.Number}";
}
