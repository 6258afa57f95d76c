namespace SafeguardingMetrics.Datasets.Formats.Recognition;

/// <summary>The first bytes of a body, read ahead of its reader to see what the body is.</summary>
public sealed class BodyOpening
{
    /// <summary>The most bytes that are read ahead.</summary>
    public const int Most = 4096;

    private readonly byte[] bytes;
    private readonly int length;
    private readonly Stream body;

    private BodyOpening(byte[] bytes, int length, Stream body) => (this.bytes, this.length, this.body) = (bytes, length, body);

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    /// <summary>Reads ahead.</summary>
    /// <param name="body">The body. The caller disposes it.</param>
    public static BodyOpening Read(Stream body)
    {
        var bytes = new byte[Most];
        return new BodyOpening(bytes, body.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false), body);
    }

    /// <summary>The body from its first byte on. To be called once.</summary>
    public Stream OpenBody() => new ReopenedStream(bytes.AsMemory(0, length), body);

    private sealed class ReopenedStream(ReadOnlyMemory<byte> first, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> first = first;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (first.IsEmpty) return rest.Read(buffer);
            var count = Math.Min(first.Length, buffer.Length);
            first.Span[..count].CopyTo(buffer);
            first = first[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
