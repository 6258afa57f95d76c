namespace SafeguardingMetrics.Returns.Queue;

/// <summary>
/// Reads the compressed bytes of a queued body, part by part from the database. It can only be read, forwards and
/// asynchronously.
/// </summary>
internal sealed class DecryptingStream(QueuedSubmissionStore store, BodyEncryption encryption, string submissionId) : Stream
{
    private byte[] part = [];
    private int taken;
    private int number;
    private int parts = int.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (taken == part.Length)
        {
            if (number == parts) return 0;
            if (await store.FindPart(submissionId, ++number, cancellationToken) is not { } row)
                throw new InvalidDataException("A part of the body is missing.");
            parts = row.Parts;
            part = encryption.DecryptPart(submissionId, number, number == parts, row.Encrypted);
            taken = 0;
        }

        var count = Math.Min(buffer.Length, part.Length - taken);
        part.AsMemory(taken, count).CopyTo(buffer);
        taken += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
