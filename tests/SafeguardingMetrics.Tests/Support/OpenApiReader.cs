using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>
/// Reads the OpenAPI document as if everything but schemas and examples were written out where it is used.
/// </summary>
internal static class OpenApiReader
{
    private const string Joined = "datasetOrId";
    private static readonly string[] WrittenOut =
    [
        "#/components/parameters/",
        "#/components/responses/",
        "#/components/headers/",
        "#/components/requestBodies/",
    ];

    /// <summary>Reads the document that a service answers with.</summary>
    public static async Task<JsonNode> Read(HttpClient client) =>
        WriteOut(JsonNode.Parse(await client.GetStringAsync("/swagger/v1/swagger.json"))!);

    /// <summary>
    /// A copy of a document, with parameters, responses, headers and request bodies in the place of references to them.
    /// The path that OpenAPI has us write once, <c>/v1/returns/{datasetOrId}</c>, is two again: the service's routes.
    /// </summary>
    public static JsonNode WriteOut(JsonNode document)
    {
        var written = WriteOut(document, document)!;
        if (written["paths"] is not JsonObject paths || paths[$"/v1/returns/{{{Joined}}}"] is not JsonObject joined) return written;
        paths.Remove($"/v1/returns/{{{Joined}}}");
        foreach (var name in new[] { "dataset", "id" })
        {
            var operations = joined
                .Where(operation => operation.Key == "post" == (name == "dataset"))
                .Select(operation => KeyValuePair.Create(operation.Key, operation.Value?.DeepClone()));
            var item = new JsonObject(operations);
            foreach (var parameter in item.SelectMany(operation => operation.Value!["parameters"]!.AsArray()))
                if ((string)parameter!["name"]! == Joined) parameter["name"] = name;
            paths.Add($"/v1/returns/{{{name}}}", item);
        }

        return written;
    }

    /// <summary>What a reference names; a node that is no reference as it is.</summary>
    public static JsonNode Follow(JsonNode document, JsonNode node) =>
        (string?)node["$ref"] is { } reference ? reference.Split('/').Skip(1).Aggregate(document, (at, part) => at[part]!) : node;

    private static JsonNode? WriteOut(JsonNode? node, JsonNode document) => node switch
    {
        JsonObject whole when whole["$ref"] is JsonValue reference && WrittenOut.Any(((string)reference!).StartsWith) =>
            WriteOut(Follow(document, whole), document),
        JsonObject whole => new JsonObject(whole.Select(member => KeyValuePair.Create(member.Key, WriteOut(member.Value, document)))),
        JsonArray list => new JsonArray([.. list.Select(item => WriteOut(item, document))]),
        _ => node?.DeepClone(),
    };
}
