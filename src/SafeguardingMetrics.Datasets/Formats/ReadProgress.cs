namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>How far a return has been read. One thread writes, others read.</summary>
public sealed class ReadProgress
{
    private long bytes;
    private int records;

    /// <summary>The number of bytes read so far, after decompression.</summary>
    public long BytesRead => Volatile.Read(ref bytes);

    /// <summary>The number of records read so far.</summary>
    public int RecordsRead => Volatile.Read(ref records);

    /// <summary>Sets the number of bytes read.</summary>
    public void ReportBytes(long count) => Volatile.Write(ref bytes, count);

    /// <summary>Sets the number of records read.</summary>
    public void ReportRecords(int count) => Volatile.Write(ref records, count);
}
