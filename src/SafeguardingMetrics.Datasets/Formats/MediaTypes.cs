namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>The media types of a return's body.</summary>
public static class MediaTypes
{
    /// <summary>A JSON array of records.</summary>
    public const string Json = "application/json";

    /// <summary>One JSON record on each line (newline-delimited JSON).</summary>
    public const string Ndjson = "application/x-ndjson";

    /// <summary>Comma-separated values with a header.</summary>
    public const string Csv = "text/csv";

    /// <summary>All media types that are accepted.</summary>
    public static IReadOnlyList<string> All { get; } = [Json, Ndjson, Csv];

    /// <summary>
    /// The accepted media type of a Content-Type header, without its parameters; null where the type is not accepted or
    /// its charset is not UTF-8.
    /// </summary>
    public static string? Parse(string? contentType)
    {
        if (!System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type)) return null;
        if (type.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return null;
        return All.FirstOrDefault(known => known.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase));
    }
}
