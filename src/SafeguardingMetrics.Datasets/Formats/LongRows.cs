namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Counts the rows of a CSV that have more cells than its header. Where they are most of the rows, the header or the separator is
/// wrong, and the body cannot be read.
/// </summary>
internal sealed class LongRows
{
    private int rows;
    private int longRows;

    /// <summary>Where the first cell too many stands.</summary>
    public BodyUnreadableException? First { get; set; }

    /// <summary>Counts a row.</summary>
    public void CountRow() => rows++;

    /// <summary>Counts a row, already counted as such, that has more cells than the header.</summary>
    public void CountLongRow() => longRows++;

    /// <summary>To be called at the end of the body.</summary>
    /// <exception cref="BodyUnreadableException">More than half of the rows have more cells than the header.</exception>
    public void ThrowIfMost(int columns)
    {
        if (longRows * 2L <= rows) return;
        throw new BodyUnreadableException(
            $"{longRows} of {rows} rows have more cells than the header's {columns}, the first here. An unquoted comma? Put texts "
            + "with a comma in quotation marks, and name every column in the header.",
            First!.Line, First.Position);
    }
}
