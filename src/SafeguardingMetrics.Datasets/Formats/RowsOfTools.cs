using System.Text;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Rows of a CSV that tools write and that are no records: the header again (files joined one after the other), the line of hyphens
/// below the header of sqlcmd, and its last line, <c>(336 rows affected)</c>.
/// </summary>
/// <param name="header">The texts of the header's cells, without blanks around them.</param>
internal sealed class RowsOfTools(byte[][] header)
{
    /// <summary>True where the row is one of these.</summary>
    public bool HasOne(CsvRows rows)
    {
        // Nearly every row is told apart by its first byte.
        var first = rows.GetText(rows.Cells[0]);
        if (first.IsEmpty) return false;
        if (header[0].Length > 0 && first[0] == header[0][0] && IsHeader(rows)) return true;
        return first[0] switch
        {
            (byte)'-' => AreHyphens(rows),
            (byte)'(' => IsTally(rows),
            _ => false,
        };
    }

    private bool IsHeader(CsvRows rows)
    {
        if (rows.Cells.Count != header.Length) return false;
        for (var i = 0; i < header.Length; i++)
            if (!ValueText.Trim(rows.GetText(rows.Cells[i])).SequenceEqual(header[i])) return false;
        return true;
    }

    private static bool AreHyphens(CsvRows rows)
    {
        foreach (var cell in rows.Cells)
            if (ValueText.Trim(rows.GetText(cell)) is var text && (text.IsEmpty || text.ContainsAnyExcept((byte)'-'))) return false;
        return rows.Cells.Count > 1;
    }

    private static bool IsTally(CsvRows rows)
    {
        for (var i = 1; i < rows.Cells.Count; i++)
            if (!BlankText.IsBlank(rows.GetText(rows.Cells[i]))) return false;
        var text = ValueText.Trim(rows.GetText(rows.Cells[0]));
        return (text.EndsWith(" affected)"u8) || text.EndsWith(" rows)"u8))
            && text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') > 0
            && Ascii.IsValid(text);
    }
}
