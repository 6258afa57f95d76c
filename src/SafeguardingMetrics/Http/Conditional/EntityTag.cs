using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// Names an answer by all that it follows from: this build of the service, the moment, what its reader may see, the form and the question. Two answers with one tag are the
/// same bytes; nobody can find another's by guessing, since the tag is a SHA-256, and no tag of one reader fits another who would see something else.
/// </summary>
internal static class EntityTag
{
    private static readonly string Build = typeof(EntityTag).Module.ModuleVersionId.ToString();

    /// <summary>The tag, with its quotes.</summary>
    public static string Create(HttpContext http, ResponseVersion moment, string callerView)
    {
        var request = http.Request;
        // What a line holds cannot hold its end: address and query are as they are written in a URL, and the rest are words of ours.
        var all = string.Create(
            CultureInfo.InvariantCulture,
            $"{Build}\n{moment.Version}\n{moment.At.UtcTicks}\n{RowFormat.GetRequested(request)}\n{callerView}\n{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}\n{request.QueryString.ToUriComponent()}");
        return $"\"{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}\"";
    }

    /// <summary>True where the request names it among those that it has. A weak one fits too (RFC 9110, 13.1.2).</summary>
    public static bool MatchesIfNoneMatch(HttpRequest request, string tag)
    {
        foreach (var line in request.Headers.IfNoneMatch)
            if (line is not null && line.Contains(tag, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True where the request has any answer, whichever.</summary>
    public static bool IsIfNoneMatchAny(HttpRequest request) => request.Headers.IfNoneMatch is ["*"];
}
