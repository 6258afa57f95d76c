using System.IO.Compression;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>A small body that is very large once unpacked.</summary>
internal static class DecompressionBomb
{
    /// <summary>So many gigabytes of spaces, which JSON permits before a value, packed.</summary>
    public static byte[] Create(string encoding, int gigabytes)
    {
        var spaces = new byte[16 * 1024 * 1024];
        spaces.AsSpan().Fill((byte)' ');
        if (encoding == "gzip")
        {
            // What is packed in parts unpacks as one.
            var part = Compress(spaces, encoding);
            return [.. Enumerable.Repeat(part, 64 * gigabytes).SelectMany(bytes => bytes)];
        }

        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 64 * gigabytes; i++) packing.Write(spaces);
        return packed.ToArray();
    }

    /// <summary>Bytes packed once.</summary>
    public static byte[] Compress(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "gzip"
            ? new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)
            : new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(bytes);
        return packed.ToArray();
    }
}
