using System.Text;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>Finds the fields of a dataset by their names in records and headers. One return, one thread.</summary>
/// <param name="fields">The names of the dataset's fields, in their order.</param>
internal sealed class FieldFinder(IEnumerable<string> fields)
{
    private readonly byte[][] names = [.. fields.Select(Encoding.UTF8.GetBytes)];
    private int expected;

    /// <summary>Begins a record.</summary>
    public void Begin() => expected = 0;

    /// <summary>The place of the field with this name in a record; -1 where there is none.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        // Writers keep one order of members in all records, so the next member is nearly always the field after the
        // last one, or one of the few after it where missing values are left out.
        for (var i = 0; i < names.Length; i++)
        {
            var field = expected + i < names.Length ? expected + i : expected + i - names.Length;
            if (!name.SequenceEqual(names[field])) continue;
            expected = field + 1;
            return field;
        }

        return FindLoosely(name);
    }

    /// <summary>The place of the field with this name, capitals, spaces, <c>_</c> and <c>-</c> aside; -1 where there is none.</summary>
    public int FindLoosely(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < names.Length; i++)
            if (FieldName.Matches(name, names[i])) return i;
        return -1;
    }
}
