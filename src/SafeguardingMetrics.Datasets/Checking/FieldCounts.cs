using System.Numerics;
using SafeguardingMetrics.Datasets.Declaring;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>Counts, while a return passes, how the values of each field fare. Fields are known by their place, a record's by a bit each.</summary>
public sealed class FieldCounts
{
    private readonly Dataset dataset;
    private readonly ulong all;
    private readonly ulong always;
    private readonly int[] notExpected;
    private readonly int[] notValid;
    private readonly int[] defaults;
    private int records;

    /// <summary>Begins at nothing.</summary>
    public FieldCounts(Dataset dataset)
    {
        this.dataset = dataset;
        var count = dataset.FieldList.Count;
        (notExpected, notValid, defaults) = (new int[count], new int[count], new int[count]);
        for (var i = 0; i < count; i++)
            if (dataset.FieldList[i].IsExpected) always |= 1ul << i;
        all = count == 64 ? ulong.MaxValue : (1ul << count) - 1;
    }

    /// <summary>Counts a record, good or not. A value is to be expected where its field always is, where it is there, and where a rule misses it.</summary>
    /// <param name="taken">The fields that have a value.</param>
    /// <param name="found">The fields on which there is a finding.</param>
    /// <param name="isDefault">The fields whose value is a default code.</param>
    public void Add(ulong taken, ulong found, ulong isDefault)
    {
        records++;
        var expected = always | taken | found;
        var valid = taken & ~found;
        // Most values are as they should be: only the others are gone through.
        AddBits(notExpected, all & ~expected);
        AddBits(notValid, expected & ~valid);
        AddBits(defaults, isDefault & valid);
    }

    /// <summary>Of each field: values that were to be expected, those of them that are good, and those of these that are defaults.</summary>
    public IEnumerable<(string Field, int Expected, int Valid, int Defaults)> GetTotals() => dataset.FieldList.Select((field, i) =>
        (field.Name, records - notExpected[i], records - notExpected[i] - notValid[i], defaults[i]));

    private static void AddBits(int[] counts, ulong bits)
    {
        for (; bits != 0; bits &= bits - 1) counts[BitOperations.TrailingZeroCount(bits)]++;
    }
}
