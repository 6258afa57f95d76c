using System.Net;
using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>What the service answered, wholly read.</summary>
public sealed record ApiResponse(HttpStatusCode Status, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The return's id, of a receipt.</summary>
    public string ReturnId => (string)Json["returnId"]!;

    /// <summary>The problem's code.</summary>
    public string? Problem => (string?)Json["code"];

    /// <summary>Each finding of a receipt or a rejection, as "record rule field".</summary>
    public IReadOnlyList<string> Findings =>
    [
        .. Json["findings"]!.AsArray().Select(finding => $"{finding!["record"]} {finding["rule"]} {finding["field"]}".Trim()),
    ];

    /// <summary>Reads a response.</summary>
    public static async Task<ApiResponse> Create(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(),
        response.Headers
            .Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
}
