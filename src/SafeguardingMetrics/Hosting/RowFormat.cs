using Microsoft.Net.Http.Headers;

namespace SafeguardingMetrics.Hosting;

/// <summary>How a caller wants rows.</summary>
internal static class RowFormat
{
    public const string Json = "json";
    public const string Csv = "csv";

    /// <summary><c>?format=</c> where given; otherwise CSV where <c>Accept</c> prefers it to JSON; otherwise JSON.</summary>
    public static string Asked(HttpRequest request)
    {
        if (request.Query["format"] is [{ Length: > 0 } format]) return format;
        var best = request.GetTypedHeaders().Accept
            .Where(type => type.MediaType == "text/csv" || type.MediaType == "application/json" || type.MatchesAllTypes)
            .OrderByDescending(type => type, MediaTypeHeaderValueComparer.QualityComparer)
            .FirstOrDefault();
        return best?.MediaType == "text/csv" ? Csv : Json;
    }
}
