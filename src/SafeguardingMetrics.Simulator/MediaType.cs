namespace SafeguardingMetrics.Simulator;

/// <summary>The media types of return bodies.</summary>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string NdJson = "application/x-ndjson";
    public const string Csv = "text/csv";

    public static string Extension(string media) => media switch { Json => "json", NdJson => "ndjson", _ => "csv" };
}
