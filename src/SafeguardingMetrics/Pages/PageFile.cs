using System.IO.Compression;
using System.Security.Cryptography;

namespace SafeguardingMetrics.Pages;

/// <summary>
/// An embedded file of wwwroot, held in memory uncompressed and compressed. All files together are less than 1 MB.
/// </summary>
/// <param name="ContentType">The media type.</param>
/// <param name="Plain">The bytes.</param>
/// <param name="Packed">The bytes compressed with Brotli; null for a file that is served uncompressed only.</param>
internal sealed record PageFile(string ContentType, byte[] Plain, byte[]? Packed)
{
    private const string Prefix = "wwwroot/";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
        [""] = "text/plain; charset=utf-8",
    };

    /// <summary>
    /// All files by their path under wwwroot. They are embedded in the assembly, so the service does not depend on its
    /// working directory.
    /// </summary>
    public static IReadOnlyDictionary<string, PageFile> All { get; } = LoadAll();

    /// <summary>
    /// A hash of all files, 16 hexadecimal digits. It is part of the files' URLs, so that browsers may cache them for
    /// ever.
    /// </summary>
    public static string Version { get; } = ComputeVersion(All);

    /// <summary>Creates a file, compressed where a level is given.</summary>
    public static PageFile Create(string path, byte[] bytes, CompressionLevel? packing) =>
        new(Types[Path.GetExtension(path)], bytes, packing is { } level ? Compress(bytes, level) : null);

    private static Dictionary<string, PageFile> LoadAll()
    {
        var assembly = typeof(PageFile).Assembly;
        var files = new Dictionary<string, PageFile>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var path = name[Prefix.Length..].Replace('\\', '/');
            files[path] = Create(path, bytes.ToArray(), CompressionLevel.Optimal);
        }

        return files;
    }

    private static string ComputeVersion(IReadOnlyDictionary<string, PageFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, file) in files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(path));
            hash.AppendData(file.Plain);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static byte[] Compress(byte[] bytes, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, level)) brotli.Write(bytes);
        return packed.ToArray();
    }
}
