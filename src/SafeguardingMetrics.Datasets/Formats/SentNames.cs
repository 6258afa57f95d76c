using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Passes on what a reader reads, and keeps the names of the columns or members that the dataset does not have: by these the lists
/// that the service itself gives are recognised.
/// </summary>
/// <param name="handler">What the records are passed on to.</param>
internal sealed class SentNames(IRecordHandler handler) : IRecordHandler
{
    // A hostile header has a thousand names of any length.
    private const int LongestName = 60;

    private const string OnlyOfChanges =
        "purge says that a record is no more, and is read with mode=changes only. Send the return with mode=changes; or leave purge out, "
        + "and leave out the records that are no more.";

    private readonly HashSet<string> unknown = new(StringComparer.OrdinalIgnoreCase);
    private int known;

    /// <summary>What the list of the service is that was sent as a return, and what to send instead; null where it is none.</summary>
    public string? Recognise()
    {
        if (!handler.TakesCases && HasAll("purge")) return OnlyOfChanges;
        if (HasAll("rule", "severity", "message") && known == 0)
            return "This is a list of findings, not a return. Correct the records that it names, and send the records.";
        if (HasAll("returnId", "findings", "rules"))
            return "This is the receipt of a return, not a return. Send the records.";
        if (HasAll("type", "title", "code", "traceId"))
            return "This is an answer of this service that refuses a request, not a return. Send the records.";
        return IsOfCases
            ? "This is the list of cases that was downloaded from this service. As the return of its period it would take the place of "
                + "all records that are not in it. Correct the records in your own system, and send the whole period from there; or "
                + "send the list as CSV with mode=changes, where the dataset takes changes."
            : null;
    }

    private bool IsOfCases => HasAll("returnId", "countedOn")
        && (HasAll("fields")
            || (!handler.TakesCases && unknown.Any(name => name.StartsWith(CaseColumns.Prefix, StringComparison.Ordinal))));

    /// <inheritdoc/>
    public bool TakesCases => handler.TakesCases;

    /// <inheritdoc/>
    public void BeginRecord() => handler.BeginRecord();

    /// <inheritdoc/>
    public int FindField(ReadOnlySpan<byte> name) => Note(name, handler.FindField(name));

    /// <inheritdoc/>
    public int FindHeaderField(ReadOnlySpan<byte> name) => Note(name, handler.FindHeaderField(name));

    /// <inheritdoc/>
    public void EndHeader(in FieldSet columns) => handler.EndHeader(columns);

    /// <inheritdoc/>
    public void HandleField(int field, in FieldValue value) => handler.HandleField(field, value);

    /// <inheritdoc/>
    public void HandleExtraCells(int cells, int columns) => handler.HandleExtraCells(cells, columns);

    /// <inheritdoc/>
    public void HandleCutRow(int cells, int columns) => handler.HandleCutRow(cells, columns);

    /// <inheritdoc/>
    public void HandleUnknownField(ReadOnlySpan<byte> name, int place) => handler.HandleUnknownField(name, place);

    private int Note(ReadOnlySpan<byte> name, int field)
    {
        if (field >= 0) known++;
        else if (name.Length <= LongestName) unknown.Add(Encoding.UTF8.GetString(name));
        return field;
    }

    private bool HasAll(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!unknown.Contains(name)) return false;
        return true;
    }
}
