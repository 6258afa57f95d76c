using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Finds what stands between the cells of a CSV: a comma, a semicolon (as spreadsheets write it where the comma is the decimal sign), a
/// tab or a vertical bar.
/// </summary>
internal static class CsvSeparator
{
    /// <summary>What may stand between cells, the likeliest first.</summary>
    public static ReadOnlySpan<byte> All => ",;\t|"u8;

    /// <summary>The separator under which the header names most of the dataset's fields; the comma where none does.</summary>
    /// <param name="header">The header's line.</param>
    /// <param name="handler">Knows the names of the fields.</param>
    /// <param name="fields">How many fields the header names under it.</param>
    public static byte Find(ReadOnlySpan<byte> header, IRecordHandler handler, out int fields)
    {
        var (best, most) = (All[0], 0);
        foreach (var separator in All)
        {
            var count = 0;
            foreach (var part in header.Split(separator))
                if (handler.FindHeaderField(ValueText.Trim(header[part].Trim("\" \t\r"u8))) >= 0) count++;
            if (count > most) (best, most) = (separator, count);
        }

        fields = most;
        return best;
    }

    /// <summary>
    /// The separator that a line names as Excel writes it (<c>sep=;</c>); null where the line is none such.
    /// </summary>
    public static byte? ParseSaid(ReadOnlySpan<byte> line) =>
        line.Trim("\uFEFF\"\r\n"u8) is [(byte)'s' or (byte)'S', (byte)'e' or (byte)'E', (byte)'p' or (byte)'P', (byte)'=', var said]
            && All.Contains(said)
            ? said
            : null;
}
