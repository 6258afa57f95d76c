namespace SafeguardingMetrics.Tests.Datasets.Formats;

/// <summary>A body that arrives a few bytes at a time, so that records are met in pieces.</summary>
internal sealed class ChunkedStream(byte[] bytes, Func<int> chunk) : Stream
{
    private int at;

    public ChunkedStream(byte[] bytes, int chunk)
        : this(bytes, () => chunk)
    {
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(chunk(), buffer.Length), bytes.Length - at);
        bytes.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
