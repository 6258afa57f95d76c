namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>The media types that a return comes in.</summary>
public static class MediaTypes
{
    /// <summary>A JSON array of records.</summary>
    public const string Json = "application/json";

    /// <summary>A JSON record a line.</summary>
    public const string Ndjson = "application/x-ndjson";

    /// <summary>Comma-separated values with a header.</summary>
    public const string Csv = "text/csv";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Json, Ndjson, Csv];

    /// <summary>The media type without its parameters, where it is one of these in a character set that is UTF-8; otherwise null.</summary>
    public static string? Parse(string? contentType)
    {
        if (!System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type)) return null;
        if (type.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return null;
        return All.FirstOrDefault(known => known.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase));
    }
}
