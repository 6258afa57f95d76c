using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The OpenAPI document as it is served: the bytes of <c>api-specs/openapi.json</c>.</summary>
public static class OpenApiDocument
{
    /// <summary>The document's address.</summary>
    public const string Address = "/swagger/v1/swagger.json";

    private const string ContentType = "application/json; charset=utf-8";

    // Packed once: anybody may ask for it, and no answer should cost more than a file does.
    private static readonly Lazy<(byte[] Bytes, byte[] Packed, EntityTagHeaderValue Tag, EntityTagHeaderValue PackedTag)> File = new(() =>
    {
        using var stream = OpenApiSetup.OpenEmbedded("openapi.json");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return (bytes, packed.ToArray(), new EntityTagHeaderValue($"\"{hash}\""), new EntityTagHeaderValue($"\"{hash}-gzip\""));
    });

    /// <summary>The document, or 304 to a client that has it.</summary>
    public static FileContentHttpResult Get(HttpContext http)
    {
        // A client may keep the document, but asks each time whether it is still the same: a new version of the service
        // brings another.
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var (bytes, packed, tag, packedTag) = File.Value;
        if (!TakesGzip(http.Request)) return TypedResults.Bytes(bytes, ContentType, entityTag: tag);
        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(packed, ContentType, entityTag: packedTag);
    }

    private static bool TakesGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is not 0);
}
