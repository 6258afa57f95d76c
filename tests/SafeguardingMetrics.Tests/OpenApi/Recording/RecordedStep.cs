using System.Text.Json.Nodes;
using SafeguardingMetrics.OpenApi;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>A response of the service.</summary>
/// <param name="Operation">The operation's id in the document.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Name">The example's name, or the problem's code; null where the document does not show the
/// response.</param>
/// <param name="Summary">What the example shows.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Text">The body.</param>
/// <param name="StableText">The body with ids and secrets that are the same every time.</param>
/// <param name="Shorten">How many rows the example shows; 0 for all.</param>
internal sealed record RecordedStep(
    string Operation, int Status, string? Name, string Summary, string MediaType, string Text, string StableText, int Shorten)
{
    /// <summary>True for a problem (RFC 9457).</summary>
    public bool IsProblem => MediaType == ProblemResponseFilter.MediaType;

    /// <summary>The response as the document shows it; null where it does not.</summary>
    public RecordedResponse? ToExample() => Name is null ? null : new RecordedResponse(
        IsProblem ? RecordedResponses.OfAProblem : Status == 202 ? RecordedResponses.OfAcceptance : Operation, Status, Name, Summary,
        MediaType, CreateBody());

    private JsonNode CreateBody()
    {
        if (!MediaType.EndsWith("json", StringComparison.Ordinal))
            return Shorten == 0 ? StableText : string.Concat(StableText.Split("\r\n").Take(Shorten + 1).Select(line => line + "\r\n"));
        var json = JsonNode.Parse(StableText)!;
        return Shorten == 0 ? json : new JsonArray([.. json.AsArray().Take(Shorten).Select(item => item!.DeepClone())]);
    }
}
