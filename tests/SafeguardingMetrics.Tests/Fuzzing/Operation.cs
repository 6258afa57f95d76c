using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>An operation of the document, with what it takes and what it may answer.</summary>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Path">Its path, with the names of its parts in braces.</param>
/// <param name="Parameters">What it takes beside a body.</param>
/// <param name="Bodies">The bodies that the document shows, by media type; none where it takes none.</param>
/// <param name="Answers">The schema of each status and media type that it may answer with.</param>
internal sealed record Operation(
    string Method,
    string Path,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<(string MediaType, string Text)> Bodies,
    IReadOnlyDictionary<(int Status, string MediaType), JsonNode?> Answers)
{
    // What the document takes but shows no example of.
    private static readonly Dictionary<string, string> Unshown = new()
    {
        ["/v1/benchmarks"] =
            "indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness\nvisits-on-time,england,E92000001,England,2025-26,"
            + "2025-04-01,2026-03-31,84.1,,\n",
        ["/v1/populations"] = "dimension,member,validFrom,people\nsex,female,2025-07-01,51200\nsex,male,2025-07-01,53100\n",
        ["/v1/return-schedule/{dataset}/{agency}"] = """{"validFrom":"2026-11-02","frequency":"week","dueDays":1,"dueTime":"12:00"}""",
    };

    /// <summary>Its name where requests are counted.</summary>
    public string Name => $"{Method} {Path}";

    /// <summary>Every operation of a document.</summary>
    public static IReadOnlyList<Operation> ParseAll(JsonNode document)
    {
        return [
            .. document["paths"]!
                .AsObject()
                .SelectMany(path => path.Value!.AsObject().SelectMany(pair => Parse(path.Key, pair.Key.ToUpperInvariant(), pair.Value!))),
        ];

        // An operation that takes every dataset's return is an operation for each: its bodies are those of the dataset
        // in its path.
        IEnumerable<Operation> Parse(string path, string method, JsonNode operation)
        {
            List<Parameter> parameters =
            [
                .. (operation["parameters"]?.AsArray() ?? []).Select(parameter => Parameter.Parse(document, parameter!)),
            ];
            var contents = operation["requestBody"]?["content"]?.AsObject() ?? [];
            var answers = AnswersOf(operation["responses"]!.AsObject());
            var datasets = path.Contains("{dataset}", StringComparison.Ordinal) && contents.Count > 1
                ? parameters.Single(parameter => parameter.Name == "dataset").Values
                : [];
            if (datasets.Count == 0)
                return [
                    new Operation(
                        method,
                        path,
                        parameters,
                        [.. contents.SelectMany(content => Examples(path, content.Value!).Select(text => (content.Key, text)))],
                        answers),
                ];
            return datasets.Select(dataset => new Operation(
                method,
                path.Replace("{dataset}", dataset, StringComparison.Ordinal),
                [.. parameters.Where(parameter => parameter.Name != "dataset")],
                [.. contents.Select(content => (content.Key, Text(content.Value!["examples"]![dataset]!["value"]!)))],
                answers));
        }

        Dictionary<(int, string), JsonNode?> AnswersOf(JsonObject responses)
        {
            var answers = new Dictionary<(int, string), JsonNode?>();
            foreach (var (status, response) in responses)
            {
                var contents = response!["content"]?.AsObject() ?? [];
                if (contents.Count == 0) answers.Add((Number(status), ""), null);
                foreach (var (mediaType, content) in contents) answers.Add((Number(status), mediaType), content!["schema"]);
            }

            return answers;
        }

        IEnumerable<string> Examples(string path, JsonNode content)
        {
            List<JsonNode> shown = [.. (content["examples"]?.AsObject() ?? []).Select(example => Followed(example.Value!)["value"]!)];
            if (content["example"] is { } single) shown.Add(single);
            if (shown.Count > 0) return shown.Select(Text);
            if (Unshown.TryGetValue(path, out var unshown)) return [unshown];
            return content["schema"] is { } schema
                ? new[] { true, false }.Select(isLeast => Text(Made(schema, isLeast, 0) ?? new JsonObject()))
                : [];
        }

        JsonNode Followed(JsonNode node) => OpenApiReader.Follow(document, node);

        // A value of a schema, made of what the schema shows of each of its parts, or of those only that are required.
        JsonNode? Made(JsonNode unfollowed, bool isLeast, int depth)
        {
            var schema = Followed(unfollowed);
            if ((schema["examples"]?[0] ?? schema["example"] ?? schema["default"] ?? schema["enum"]?[0]) is { } shown)
                return shown.DeepClone();
            if (depth > 5) return null;
            var type = schema["type"] is JsonArray several
                ? (string?)several.FirstOrDefault(one => (string)one! != "null")
                : (string?)schema["type"];
            return type switch
            {
                "object" => new JsonObject((schema["properties"]?.AsObject() ?? [])
                    .Where(property => !isLeast || (schema["required"]?.AsArray() ?? []).Any(name => (string)name! == property.Key))
                    .Select(property => KeyValuePair.Create(property.Key, Made(property.Value!, isLeast, depth + 1)))),
                "array" => new JsonArray(Made(schema["items"]!, isLeast, depth + 1)),
                "integer" or "number" => 1,
                "boolean" => true,
                _ => "East",
            };
        }

        static string Text(JsonNode node) =>
            node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString();

        static int Number(string status) => int.Parse(status, System.Globalization.CultureInfo.InvariantCulture);
    }
}
