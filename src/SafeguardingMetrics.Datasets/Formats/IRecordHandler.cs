using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Receives the values of one record after another from a reader. One record is being filled at a time.
/// </summary>
public interface IRecordHandler
{
    /// <summary>
    /// True where a list of cases that was downloaded from the service is read as the records in it: as changes, of which
    /// the list need not have all.
    /// </summary>
    bool TakesCases => false;

    /// <summary>
    /// Discards the values of the previous record and begins a new one. Also called to begin the same record again,
    /// where a reader had to fetch more bytes of it.
    /// </summary>
    void BeginRecord();

    /// <summary>The index of the field with exactly this name; -1 where the dataset has no such field.</summary>
    int FindField(ReadOnlySpan<byte> name);

    /// <summary>
    /// The index of the field with this name, ignoring case (as in a CSV header); -1 where there is none.
    /// </summary>
    int FindHeaderField(ReadOnlySpan<byte> name);

    /// <summary>Handles the end of a header: which fields have a column. Only CSV has a header.</summary>
    void EndHeader(in FieldSet columns);

    /// <summary>Handles the value of a field.</summary>
    void HandleField(int field, in FieldValue value);

    /// <summary>
    /// Handles a record that has more cells than the header has columns, so that its values may stand in the wrong columns. None of
    /// them is passed on.
    /// </summary>
    /// <param name="cells">How many cells it has.</param>
    /// <param name="columns">How many columns the header has.</param>
    void HandleExtraCells(int cells, int columns);

    /// <summary>
    /// Handles the end of a record that has fewer cells than the header has columns and no line break behind it: the body may have been
    /// cut off in its last value.
    /// </summary>
    /// <param name="cells">How many cells it has.</param>
    /// <param name="columns">How many columns the header has.</param>
    void HandleCutRow(int cells, int columns);

    /// <summary>Handles a name that the dataset does not have.</summary>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="place">Its position in the header or record, counted from 1.</param>
    void HandleUnknownField(ReadOnlySpan<byte> name, int place);
}
