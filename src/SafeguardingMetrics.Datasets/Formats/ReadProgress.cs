namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>How far a return is read. Written by one thread and read by others.</summary>
public sealed class ReadProgress
{
    private long bytes;
    private int records;

    /// <summary>How many unpacked bytes were read.</summary>
    public long BytesRead => Volatile.Read(ref bytes);

    /// <summary>How many records were read.</summary>
    public int RecordsRead => Volatile.Read(ref records);

    /// <summary>So many bytes were read.</summary>
    public void ReportBytes(long count) => Volatile.Write(ref bytes, count);

    /// <summary>So many records were read.</summary>
    public void ReportRecords(int count) => Volatile.Write(ref records, count);
}
