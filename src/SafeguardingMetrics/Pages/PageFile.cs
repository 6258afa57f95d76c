using System.IO.Compression;
using System.Security.Cryptography;

namespace SafeguardingMetrics.Pages;

/// <summary>A file of wwwroot: held in memory, plain and packed, since all of them together are less than one photograph.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="Plain">Its bytes.</param>
/// <param name="Packed">Its bytes, packed with Brotli; null where that is not for this file.</param>
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

    /// <summary>Every file, by its path under wwwroot. They are part of the program: nothing is read from where it happens to be started.</summary>
    public static IReadOnlyDictionary<string, PageFile> All { get; } = LoadAll();

    /// <summary>Which files these are, in 16 hexadecimal digits: part of their addresses, so that they can be kept for ever.</summary>
    public static string Version { get; } = ComputeVersion(All);

    /// <summary>A file as it is.</summary>
    public static PageFile Create(string path, byte[] bytes, CompressionLevel? packing) => new(Types[Path.GetExtension(path)], bytes, packing is { } level ? Compress(bytes, level) : null);

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
