using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The OpenAPI document as it is served: the bytes of <c>api-specs/openapi.json</c>.</summary>
public static class OpenApiDocument
{
    /// <summary>The document's address.</summary>
    public const string Address = "/swagger/v1/swagger.json";

    private static readonly Lazy<(byte[] Bytes, EntityTagHeaderValue Tag)> File = new(() =>
    {
        using var stream = OpenApiSetup.OpenEmbedded("openapi.json");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    });

    /// <summary>The document, or 304 to a client that has it.</summary>
    public static FileContentHttpResult Get(HttpContext http)
    {
        // A client may keep the document, but asks each time whether it is still the same: a new version of the service
        // brings another.
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(File.Value.Bytes, "application/json; charset=utf-8", entityTag: File.Value.Tag);
    }
}
