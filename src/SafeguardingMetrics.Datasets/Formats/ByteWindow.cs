namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// A growing read buffer over a body: consumed bytes leave at the front, new bytes are read at the end.
/// </summary>
/// <param name="body">The body. The caller disposes it.</param>
/// <param name="longest">The longest record, in bytes. The buffer begins with 64 KiB and doubles up to this
/// size.</param>
public sealed class ByteWindow(Stream body, int longest)
{
    private const int First = 64 * 1024;
    // 16 bytes more than the longest record: for its line break, and to see that nothing follows.
    private readonly int largest = longest + 16;
    private byte[] buffer = new byte[Math.Min(First, longest + 16)];
    private int start;
    private int end;

    /// <summary>True where the end of the body has been read into the buffer.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The bytes that are in memory and not yet consumed. Valid until the next <see cref="Fetch"/>.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    /// <summary>Consumes bytes at the front.</summary>
    public void Skip(int count) => start += count;

    /// <summary>Consumes a UTF-8 byte order mark at the front of the body, where there is one.</summary>
    public void SkipByteOrderMark()
    {
        while (Bytes.Length < 3 && !IsWhole) Fetch();
        if (!Bytes.StartsWith("\uFEFF"u8)) return;
        Skip(3);
        // A body that consists of the mark alone is empty. Fetching once more sets IsWhole, which the readers check.
        if (Bytes.IsEmpty && !IsWhole) Fetch();
    }

    /// <summary>Reads more bytes; false where the current record is longer than the limit.</summary>
    public bool Fetch()
    {
        if (start > 0)
        {
            Bytes.CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length == largest) return false;
            Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, largest));
        }

        var read = body.Read(buffer, end, buffer.Length - end);
        end += read;
        IsWhole = read == 0;
        return true;
    }
}
