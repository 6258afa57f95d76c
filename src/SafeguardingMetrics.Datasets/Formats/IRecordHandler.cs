using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>Takes the values of one record after another from a reader of JSON or CSV.</summary>
public interface IRecordHandler
{
    /// <summary>Forgets what was taken and begins a record (or begins it again, where a reader had to fetch more of it).</summary>
    void BeginRecord();

    /// <summary>The place of a field named exactly so, or -1 for a name that the dataset does not have.</summary>
    int FindField(ReadOnlySpan<byte> name);

    /// <summary>The place of a field named so without regard to case, or -1.</summary>
    int FindHeaderField(ReadOnlySpan<byte> name);

    /// <summary>Takes a field's value.</summary>
    void HandleField(int field, in FieldValue value);

    /// <summary>Notes a name that the dataset does not have, and its place in the header or record, counted from 1.</summary>
    void HandleUnknownField(ReadOnlySpan<byte> name, int place);
}
