using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The headers of responses, written once under <c>components.headers</c>.</summary>
internal static class ResponseHeaders
{
    /// <summary>The header of results that are not stored as they were asked for (RFC 7240).</summary>
    public const string PreferenceApplied = "Preference-Applied";

    private const int LongestRateLimit = 60;
    private const int MostSeconds = 86_400;

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, OpenApiHeader> All { get; } = new Dictionary<string, OpenApiHeader>
    {
        ["RateLimit-Policy"] = CreateText(
            "The limit on requests: the name of the budget, its quota (`q`) and its window in seconds (`w`).",
            "\"requests\";q=3000;w=60", LongestRateLimit, "^\"[a-z]+\";q=[0-9]+;w=[0-9]+$"),
        ["RateLimit"] = CreateText(
            "What is left of the budget (`r`), and the seconds until its window ends (`t`).",
            "\"requests\";r=2999;t=60", LongestRateLimit, "^\"[a-z]+\";r=[0-9]+;t=[0-9]+$"),
        [HeaderNames.AccessControlAllowOrigin] = new()
        {
            Description = "Never sent: scripts of other web sites may not read responses.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 0, Pattern = "^$" },
        },
        [HeaderNames.RetryAfter] = new()
        {
            Description = "Send the request again after this many seconds.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = "0",
                Maximum = $"{MostSeconds}",
                Examples = [5],
            },
        },
        [HeaderNames.WWWAuthenticate] = CreateText("The credentials that the operation accepts.", "ApiKey header=\"X-Api-Key\"", 200),
        [HeaderNames.ETag] = CreateText(
            "The version of the response. It changes when the content changes, and differs between callers who may see different content.",
            "\"MoShjOKA0fVamMtmuu1HLzA8r0EKGT2WG5dLW_0HQlQ\"", 200),
        [HeaderNames.Link] = CreateText(
            "The next page, if there is one (RFC 8288): the same address as `next`.",
            $"</v1/returns?cursor={Cursor.Encode("100")}>; rel=\"next\"", TextLimits.LongestAddress),
        [PreferenceApplied] = CreateText(
            "The preferences of the header `Prefer` that were applied (RFC 7240). Absent if there were none.", "handling=strict", 200),
    };

    /// <summary>The headers of every response.</summary>
    public static IReadOnlyList<string> OfEveryResponse { get; } = ["RateLimit-Policy", "RateLimit", HeaderNames.AccessControlAllowOrigin];

    /// <summary>The header <c>Location</c>, with an example address.</summary>
    public static OpenApiHeader CreateLocation(string description, string example)
    {
        var header = CreateText(description, example, TextLimits.LongestAddress);
        ((OpenApiSchema)header.Schema!).Format = "uri-reference";
        return header;
    }

    private static OpenApiHeader CreateText(string description, string example, int longest, string pattern = TextLimits.OnOneLine) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest, Pattern = pattern, Examples = [example] },
    };
}
