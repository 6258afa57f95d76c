namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>The part of a body that is in memory: bytes are taken off the front, and more are fetched at the end.</summary>
/// <param name="body">The body.</param>
/// <param name="longest">The longest record, in bytes.</param>
public sealed class ByteWindow(Stream body, int longest)
{
    private const int First = 64 * 1024;
    // Room for a line break behind the longest record, and to see that nothing follows.
    private readonly int largest = longest + 16;
    private byte[] buffer = new byte[Math.Min(First, longest + 16)];
    private int start;
    private int end;

    /// <summary>True when the body has no more than what is in the window.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>What is in memory and not yet taken off.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    /// <summary>Takes bytes off the front.</summary>
    public void Skip(int count) => start += count;

    /// <summary>Takes the byte order mark off the front of a body, where there is one.</summary>
    public void SkipByteOrderMark()
    {
        while (Bytes.Length < 3 && !IsWhole) Fetch();
        if (!Bytes.StartsWith("\uFEFF"u8)) return;
        Skip(3);
        // A body that is no more than the mark is empty, and its readers ask.
        if (Bytes.IsEmpty && !IsWhole) Fetch();
    }

    /// <summary>Fetches more; false where one record would be longer than is read.</summary>
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
