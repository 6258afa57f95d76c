using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="IsRequired">True where it must be given.</param>
/// <param name="Values">Good values that the document shows.</param>
internal sealed record Parameter(string Name, string In, bool IsRequired, IReadOnlyList<string> Values)
{
    /// <summary>Reads one of the document.</summary>
    public static Parameter Parse(JsonNode document, JsonNode node)
    {
        var schema = node["schema"] is { } written ? OpenApiReader.Follow(document, written) : null;
        List<JsonNode?> shown =
        [
            node["example"], .. (node["examples"]?.AsObject() ?? []).Select(example => example.Value!["value"]), schema?["default"],
            .. schema?["examples"]?.AsArray() ?? [], .. schema?["enum"]?.AsArray() ?? [],
        ];
        List<string> values = [.. shown.Where(value => value is not null).Select(value => value!.ToString()).Distinct()];
        return new Parameter(
            (string)node["name"]!, (string)node["in"]!, (bool?)node["required"] == true, values.Count > 0 ? values : ["1"]);
    }
}
