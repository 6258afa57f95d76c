namespace SafeguardingMetrics.Http.Conditional;

/// <summary>Writes a response through to another stream and keeps a copy of the bytes, up to a limit.</summary>
/// <param name="inner">The stream that is written through to; not disposed of.</param>
/// <param name="mostBytes">A longer response is passed through without a copy.</param>
internal sealed class TeeStream(Stream inner, int mostBytes) : Stream
{
    private MemoryStream? copy = new();

    /// <summary>The bytes that were written; null where there were more than the limit.</summary>
    public byte[]? Copy => copy?.ToArray();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        CopyBytes(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        CopyBytes(buffer.Span);
        return inner.WriteAsync(buffer, cancellationToken);
    }

    private void CopyBytes(ReadOnlySpan<byte> bytes)
    {
        if (copy is null) return;
        if (copy.Length + bytes.Length > mostBytes) copy = null;
        else copy.Write(bytes);
    }
}
