using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>
/// Compresses a body and encrypts it in parts, so that it can wait in the database without the database being able to
/// read it.
/// </summary>
/// <remarks>
/// AES-256-GCM with a random nonce for each part (nonce, tag, then the bytes). The associated data bind a part to its
/// submission and its place, and the last part to being the last: parts that were exchanged, left out or cut off cannot
/// be decrypted.
/// </remarks>
public sealed class BodyEncryption(byte[] key)
{
    private const int PartBytes = 1024 * 1024;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>The encrypted parts of a body, each made when it is asked for.</summary>
    public IEnumerable<byte[]> EncryptParts(string submissionId, Stream body)
    {
        using var packed = new MemoryStream();
        var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        var buffer = new byte[64 * 1024];
        var number = 1;
        for (int read; (read = body.Read(buffer)) > 0;)
        {
            packing.Write(buffer, 0, read);
            if (packed.Length < PartBytes) continue;
            yield return EncryptPart(submissionId, number++, false, packed.GetBuffer().AsSpan(0, (int)packed.Length));
            packed.SetLength(0);
        }

        packing.Dispose();
        yield return EncryptPart(submissionId, number, true, packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>Decrypts a part.</summary>
    /// <exception cref="CryptographicException">It was encrypted with another key, or was changed.</exception>
    public byte[] DecryptPart(string submissionId, int number, bool isLast, byte[] encrypted)
    {
        if (encrypted.Length < NonceBytes + TagBytes) throw new CryptographicException("A part is cut off.");
        var bytes = new byte[encrypted.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        var nonce = encrypted.AsSpan(0, NonceBytes);
        var tag = encrypted.AsSpan(NonceBytes, TagBytes);
        aes.Decrypt(nonce, encrypted.AsSpan(NonceBytes + TagBytes), tag, bytes, GetAssociatedData(submissionId, number, isLast));
        return bytes;
    }

    private byte[] EncryptPart(string submissionId, int number, bool isLast, ReadOnlySpan<byte> bytes)
    {
        var part = new byte[NonceBytes + TagBytes + bytes.Length];
        RandomNumberGenerator.Fill(part.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        var nonce = part.AsSpan(0, NonceBytes);
        var tag = part.AsSpan(NonceBytes, TagBytes);
        aes.Encrypt(nonce, bytes, part.AsSpan(NonceBytes + TagBytes), tag, GetAssociatedData(submissionId, number, isLast));
        return part;
    }

    private static byte[] GetAssociatedData(string submissionId, int number, bool isLast) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{submissionId}/{number}/{(isLast ? "last" : "more")}"));
}
