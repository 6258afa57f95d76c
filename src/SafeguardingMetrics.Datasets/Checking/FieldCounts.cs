using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Counts, for each field of a dataset, how many values of a return are expected, valid and default codes. One return,
/// one thread. Fields are identified by their index in the dataset.
/// </summary>
public sealed class FieldCounts
{
    private readonly Dataset dataset;
    private readonly FieldSet all;
    private readonly FieldSet always;
    private readonly int[] notExpected;
    private readonly int[] notValid;
    private readonly int[] defaults;
    private int records;

    /// <summary>Creates counts of zero.</summary>
    public FieldCounts(Dataset dataset)
    {
        this.dataset = dataset;
        var count = dataset.FieldList.Count;
        (notExpected, notValid, defaults) = (new int[count], new int[count], new int[count]);
        for (var i = 0; i < count; i++)
            if (dataset.FieldList[i].IsExpected) always.Add(i);
        all = FieldSet.CreateFirst(count);
    }

    /// <summary>
    /// Counts one record, accepted or rejected. A value is expected where the field is always expected, where the
    /// record has a value, and where a rule finds that the value is missing.
    /// </summary>
    /// <param name="taken">The fields that have a value.</param>
    /// <param name="found">The fields with at least one finding.</param>
    /// <param name="isDefault">The fields whose value is a default code.</param>
    public void Add(in FieldSet taken, in FieldSet found, in FieldSet isDefault)
    {
        records++;
        var expected = always | taken | found;
        var valid = taken - found;
        // Most values are expected, valid and no default: only the exceptions are counted, one by one.
        Increment(notExpected, all - expected);
        Increment(notValid, expected - valid);
        Increment(defaults, isDefault & valid);
    }

    /// <summary>
    /// For each field: expected values; the valid ones among these; the default codes among the valid ones.
    /// </summary>
    public IEnumerable<(string Field, int Expected, int Valid, int Defaults)> GetTotals() =>
        dataset.FieldList.Select((field, i) =>
            (field.Name, records - notExpected[i], records - notExpected[i] - notValid[i], defaults[i]));

    private static void Increment(int[] counts, in FieldSet fields)
    {
        if (fields.IsEmpty) return;
        foreach (var field in fields) counts[field]++;
    }
}
