using System.Net.Http.Headers;
using SafeguardingMetrics.Datasets.Formats.Recognition;

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

    /// <summary>A type that says nothing: the first bytes of the body decide between the others.</summary>
    public const string Unsaid = "application/octet-stream";

    /// <summary>Follows <see cref="Csv"/> or <see cref="Unsaid"/> where the text is in Windows-1252.</summary>
    public const string InWindows1252 = $"; charset={BodyEncoding.Windows1252}";

    private const string Accepted = "application/json, application/x-ndjson or text/csv";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [Json] = Json,
        ["text/json"] = Json,
        [Ndjson] = Ndjson,
        ["application/ndjson"] = Ndjson,
        ["application/jsonl"] = Ndjson,
        ["application/x-jsonl"] = Ndjson,
        ["application/jsonlines"] = Ndjson,
        ["application/x-jsonlines"] = Ndjson,
        [Csv] = Csv,
        ["text/x-csv"] = Csv,
        ["application/csv"] = Csv,
        ["application/x-csv"] = Csv,
        ["text/comma-separated-values"] = Csv,
        ["text/tab-separated-values"] = Csv,
        [Unsaid] = Unsaid,
        ["binary/octet-stream"] = Unsaid,
        ["text/plain"] = Unsaid,
        // Windows sends this type for .csv where Excel is installed.
        ["application/vnd.ms-excel"] = Unsaid,
        // curl sends this type with --data-binary where it is not told another.
        ["application/x-www-form-urlencoded"] = Unsaid,
    };

    /// <summary>The media types to send.</summary>
    public static IReadOnlyList<string> All { get; } = [Json, Ndjson, Csv];

    /// <summary>
    /// How the body of a Content-Type header is read: <see cref="Json"/>, <see cref="Ndjson"/>, <see cref="Csv"/> or
    /// <see cref="Unsaid"/>, of which the last two may be <see cref="InWindows1252"/>. Names in use beside those in
    /// <see cref="All"/> mean the same. Null where the type or its charset is not accepted.
    /// </summary>
    public static string? Parse(string? contentType) => Parse(contentType, out _);

    /// <inheritdoc cref="Parse(string?)"/>
    /// <param name="contentType">The header; null or empty where there is none.</param>
    /// <param name="refusal">Where null is returned, a sentence that says why.</param>
    public static string? Parse(string? contentType, out string refusal)
    {
        refusal = "";
        if (string.IsNullOrWhiteSpace(contentType)) return Unsaid;
        refusal = $"The header Content-Type must be {Accepted}.";
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType is not { } name) return null;
        if (!Known.TryGetValue(name, out var known))
        {
            if (ForeignFormat.FindByMediaType(name) is { } foreign) refusal = $"{foreign.Sentence} {refusal}";
            return null;
        }

        var charset = type.CharSet is { } said ? BodyEncoding.Parse(said.Trim('"')) : "";
        if (charset is null)
        {
            refusal = "The charset in the header Content-Type must be utf-8, utf-16 or windows-1252, or be left out where it is UTF-8.";
            return null;
        }

        if (charset.Length == 0) return known;
        if (known is Csv or Unsaid) return $"{known}{InWindows1252}";
        refusal = "JSON is in UTF-8: save it so, and leave the charset out of the header Content-Type.";
        return null;
    }
}
