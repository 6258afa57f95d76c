using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>How a caller wants rows.</summary>
internal static class RowFormat
{
    public const string Json = "json";
    public const string Csv = "csv";
    public const string Parquet = "parquet";
    public const string Xlsx = "xlsx";

    /// <summary>What to say of a format that an address without Parquet does not have.</summary>
    public const string InvalidDetail = "format is json, csv or xlsx.";

    // The media types beside JSON, of which an address has those that it declares.
    private static readonly (string Format, string MediaType)[] Tables =
        [(Csv, MediaTypes.Csv), (Parquet, ParquetTable.MediaType), (Xlsx, XlsxTable.MediaType)];

    /// <summary>
    /// <c>?format=</c> where given; otherwise what <c>Accept</c> prefers of JSON, CSV and, where the address declares
    /// them, Parquet and xlsx; otherwise JSON.
    /// </summary>
    public static string GetRequested(HttpRequest request)
    {
        if (request.Query["format"] is [{ Length: > 0 } format]) return format;
        var best = request.GetTypedHeaders().Accept
            .Where(type => type.MatchesAllTypes || type.MediaType == "application/json" || type.MediaType == MediaTypes.Csv
                || (Tables.Any(table => type.MediaType == table.MediaType) && Declares(request, type.MediaType.ToString())))
            .OrderByDescending(type => type, MediaTypeHeaderValueComparer.QualityComparer)
            .FirstOrDefault();
        return Tables.FirstOrDefault(table => best?.MediaType == table.MediaType).Format ?? Json;
    }

    /// <summary>True where the address gives rows in the form that is asked for.</summary>
    public static bool IsSupported(HttpRequest request) => GetRequested(request) is var asked
        && (asked is Json or Csv || Tables.Any(table => table.Format == asked && Declares(request, table.MediaType)));

    private static bool Declares(HttpRequest request, string mediaType) =>
        request.HttpContext.GetEndpoint()?.Metadata.OfType<IProducesResponseTypeMetadata>()
            .Any(answer => answer.ContentTypes.Contains(mediaType)) == true;
}
