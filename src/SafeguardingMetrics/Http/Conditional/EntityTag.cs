using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// Strong entity tags (RFC 9110, section 8.8.3): the SHA-256 of everything that a response depends on, which is this
/// build of the service, the version of the data, what the caller may see, the format and the URL. Equal tags mean
/// equal bytes. A tag cannot be guessed, and never matches for a caller who would see another response.
/// </summary>
internal static class EntityTag
{
    private static readonly string Build = typeof(EntityTag).Module.ModuleVersionId.ToString();

    /// <summary>The entity tag of the response to a request, with its quotation marks.</summary>
    public static string Create(HttpContext http, ResponseVersion version, string callerView)
    {
        var request = http.Request;
        // No part can hold a line break: path and query are escaped as in a URL, and the others are words of the
        // service.
        var parts = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Build}
            {version.Version}
            {version.At.UtcTicks}
            {RowFormat.GetRequested(request)}
            {callerView}
            {request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}
            {request.QueryString.ToUriComponent()}
            """);
        return $"\"{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))}\"";
    }

    /// <summary>
    /// True where <c>If-None-Match</c> lists the tag; a weak tag matches too (RFC 9110, section 13.1.2).
    /// </summary>
    public static bool MatchesIfNoneMatch(HttpRequest request, string tag)
    {
        foreach (var line in request.Headers.IfNoneMatch)
            if (line is not null && line.Contains(tag, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True of <c>If-None-Match: *</c>, which any existing response matches.</summary>
    public static bool IsIfNoneMatchAny(HttpRequest request) => request.Headers.IfNoneMatch is ["*"];
}
