using System.IO.Compression;
using System.Security.Cryptography;

namespace SafeguardingMetrics.Http.Bodies;

/// <summary>
/// A body, wholly received and unpacked, that can be read from its beginning: small ones in memory, large ones in a
/// file. It is received before the database is asked for anything, so that a slow sender holds nobody up, a repeated
/// body is known by its hash before it is read, and a unit of work that must be tried again can be.
/// </summary>
/// <remarks>
/// The file is encrypted under a key that lives only in memory, and has no name from the moment it is open: a process
/// that is killed leaves nothing behind that could be read.
/// </remarks>
public sealed class BufferedBody : IDisposable
{
    private const int MostInMemory = 1024 * 1024;
    private readonly MemoryStream memory = new();
    private readonly Aes aes = Aes.Create();
    private FileStream? file;
    private BodyRoom.Place? place;

    private BufferedBody()
    {
    }

    /// <summary>SHA-256 of the unpacked bytes, in lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>How many unpacked bytes there are.</summary>
    public long Length { get; private set; }

    /// <summary>Receives a body of which the unpacked size alone is limited.</summary>
    /// <inheritdoc cref="Receive(Stream, string, BodyLimits, CancellationToken, BodyRoom.Place)"/>
    /// <param name="most">The most unpacked bytes that are taken.</param>
    public static Task<BufferedBody> Receive(Stream packed, string encoding, long most, CancellationToken cancel) =>
        Receive(packed, encoding, BodyLimits.FromSize(most), cancel);

    /// <summary>Receives a body.</summary>
    /// <param name="packed">The bytes as they arrive.</param>
    /// <param name="encoding">Their content encoding: empty, <c>identity</c>, <c>gzip</c> or <c>br</c>.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="cancel">Ends the wait for the sender.</param>
    /// <param name="place">The room of its sender, which is free again once the body is disposed of or cannot be received; null for no
    /// limit.</param>
    /// <exception cref="NotSupportedException">Another content encoding.</exception>
    /// <exception cref="BodyTooLargeException">More bytes than are taken.</exception>
    /// <exception cref="BodyRoomException">More bytes than the sender's other returns leave room for.</exception>
    /// <exception cref="InvalidDataException">The packed bytes are damaged.</exception>
    public static async Task<BufferedBody> Receive(
        Stream packed, string encoding, BodyLimits limits, CancellationToken cancel, BodyRoom.Place? place = null)
    {
        var wire = new CountingStream(packed);
        await using Stream unpacked = encoding.Trim().ToLowerInvariant() switch
        {
            "" or "identity" => wire,
            "gzip" => new GZipStream(wire, CompressionMode.Decompress),
            "br" => new BrotliStream(wire, CompressionMode.Decompress),
            var other => throw new NotSupportedException(other),
        };

        var body = new BufferedBody { place = place };
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[64 * 1024];
            Stream target = body.memory;
            for (int read; (read = await unpacked.ReadAsync(buffer, cancel)) > 0;)
            {
                body.Length += read;
                if (limits.FindExceeded(wire.Count, body.Length) is { } broken)
                    throw new BodyTooLargeException(broken,
                        broken switch { BodyLimit.Packed => limits.Packed, BodyLimit.Unpacked => limits.Unpacked, _ => limits.Ratio });
                place?.Take(read);
                if (body.file is null && body.Length > MostInMemory) target = body.CreateFile();
                hash.AppendData(buffer, 0, read);
                WriteToTarget(target, buffer.AsSpan(0, read));
            }

            if (target is CryptoStream encrypting) body.Finish(encrypting);
            body.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
            return body;
        }
        catch (InvalidOperationException fault) when (unpacked is BrotliStream)
        {
            body.Dispose();
            throw new InvalidDataException("The body is not Brotli.", fault);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>The unpacked bytes from their beginning. One reader at a time.</summary>
    public Stream OpenRead()
    {
        if (file is null) return new MemoryStream(memory.GetBuffer(), 0, (int)memory.Length, writable: false);
        file.Position = 0;
        return new CryptoStream(file, aes.CreateDecryptor(), CryptoStreamMode.Read, leaveOpen: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            file?.Dispose();
        }
        catch (IOException)
        {
            // What no room was found for is written once more, and nobody wants it.
        }

        aes.Dispose();
        memory.Dispose();
        place?.Dispose();
    }

    // Only here is a fault of the file known from one of the sender's connection.
    private static void WriteToTarget(Stream target, ReadOnlySpan<byte> bytes)
    {
        try
        {
            target.Write(bytes);
        }
        catch (IOException fault)
        {
            throw CreateDiskFullException(fault);
        }
    }

    private void Finish(CryptoStream encrypting)
    {
        try
        {
            encrypting.FlushFinalBlock();
            file!.Flush();
        }
        catch (IOException fault)
        {
            throw CreateDiskFullException(fault);
        }
    }

    private static SafeguardingMetrics.Storage.DatabaseUnavailableException CreateDiskFullException(Exception fault) =>
        new(
            "The body cannot be received: the disk for temporary files is full or fails. The administrator must make room; nothing of "
            + "the request was kept.",
            fault);

    private CryptoStream CreateFile()
    {
        try
        {
            return EnsureFile();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CreateDiskFullException(fault);
        }
    }

    private CryptoStream EnsureFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"safeguarding-metrics-{Guid.CreateVersion7():N}.tmp");
        file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 64 * 1024,
        });
        if (!OperatingSystem.IsWindows()) File.Delete(path);

        var encrypting = new CryptoStream(file, aes.CreateEncryptor(), CryptoStreamMode.Write, leaveOpen: true);
        memory.WriteTo(encrypting);
        memory.SetLength(0);
        memory.Capacity = 0;
        return encrypting;
    }
}
