using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>How a caller wants rows.</summary>
internal static class RowFormat
{
    public const string Json = "json";
    public const string Csv = "csv";
    public const string Parquet = "parquet";

    /// <summary>
    /// <c>?format=</c> where given; otherwise what <c>Accept</c> prefers of JSON, CSV and, where the address declares
    /// it, Parquet; otherwise JSON.
    /// </summary>
    public static string GetRequested(HttpRequest request)
    {
        if (request.Query["format"] is [{ Length: > 0 } format]) return format;
        var best = request.GetTypedHeaders().Accept
            .Where(type => type.MediaType == "text/csv" || type.MediaType == "application/json"
                || type.MatchesAllTypes || (type.MediaType == ParquetTable.MediaType && SupportsParquet(request)))
            .OrderByDescending(type => type, MediaTypeHeaderValueComparer.QualityComparer)
            .FirstOrDefault();
        return best?.MediaType == "text/csv" ? Csv : best?.MediaType == ParquetTable.MediaType ? Parquet : Json;
    }

    /// <summary>True where the address gives rows in the form that is asked for.</summary>
    public static bool IsSupported(HttpRequest request) =>
        GetRequested(request) is var asked && (asked is Json or Csv || (asked == Parquet && SupportsParquet(request)));

    private static bool SupportsParquet(HttpRequest request) =>
        request.HttpContext.GetEndpoint()?.Metadata.OfType<IProducesResponseTypeMetadata>()
            .Any(answer => answer.ContentTypes.Contains(ParquetTable.MediaType)) == true;
}
