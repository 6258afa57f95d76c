using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>
/// Checks JSON against the part of JSON Schema that the document uses. A keyword it does not know is a fault, and so is
/// a property that the schema does not name: what the service says must be written down.
/// </summary>
internal sealed class SchemaValidator(JsonNode document)
{
    private static readonly string[] Annotations =
    [
        "description", "title", "examples", "example", "default", "format", "additionalProperties",
    ];

    /// <summary>What is wrong, each with its place; nothing where all is right.</summary>
    public IReadOnlyList<string> Faults(JsonNode schema, JsonNode? value)
    {
        var faults = new List<string>();
        Check(schema, value, "$", faults);
        return faults;
    }

    private void Check(JsonNode schema, JsonNode? value, string at, List<string> faults)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            Check(reference.Split('/').Skip(1).Aggregate(document, (node, part) => node[part]!), value, at, faults);
            return;
        }

        foreach (var (keyword, wanted) in schema.AsObject())
        {
            if (Annotations.Contains(keyword)) continue;
            if (!CheckKeyword(keyword, wanted!, schema, value, at, faults))
                faults.Add($"{at}: {value?.ToJsonString() ?? "null"} breaks {keyword} {wanted!.ToJsonString()}");
        }

        if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && !HasFormat((string?)schema["format"], (string)text!))
            faults.Add($"{at}: {text} is not of the format {schema["format"]}");
    }

    private bool CheckKeyword(string keyword, JsonNode wanted, JsonNode schema, JsonNode? value, string at, List<string> faults)
    {
        switch (keyword)
        {
            case "type":
                return (wanted is JsonArray some
                    ? some.Select(type => (string)type!)
                    : [(string)wanted!]).Any(type => HasType(type, value));
            case "enum":
                return wanted.AsArray().Any(one => JsonNode.DeepEquals(one, value));
            case "properties":
                foreach (var (name, member) in value as JsonObject ?? [])
                {
                    if (wanted[name] is { } of) Check(of, member, $"{at}.{name}", faults);
                    else if (schema["additionalProperties"] is not JsonObject) faults.Add($"{at}.{name} is not in the schema");
                }

                return true;
            case "oneOf":
                return wanted.AsArray().Count(one => Faults(one!, value).Count == 0) == 1;
            case "required":
                return value is not JsonObject whole || wanted.AsArray().All(name => whole.ContainsKey((string)name!));
            case "items":
                foreach (var (i, item) in (value as JsonArray ?? []).Index()) Check(wanted, item, $"{at}[{i}]", faults);
                return true;
            case "maxItems":
                return value is not JsonArray items || items.Count <= (int)wanted;
            case "uniqueItems":
                return value is not JsonArray list || list.Select(item => item!.ToJsonString()).Distinct().Count() == list.Count;
            case "pattern":
                return !HasType("string", value) || Regex.IsMatch((string)value!, (string)wanted!, RegexOptions.ECMAScript);
            case "minLength":
                return !HasType("string", value) || ((string)value!).Length >= (int)wanted;
            case "maxLength":
                return !HasType("string", value) || ((string)value!).EnumerateRunes().Count() <= (int)wanted;
            case "minimum":
                return !HasType("number", value) || (decimal)value! >= (decimal)wanted;
            case "maximum":
                return !HasType("number", value) || (decimal)value! <= (decimal)wanted;
            case "multipleOf":
                return !HasType("number", value) || (decimal)value! % (decimal)wanted == 0;
            default:
                throw new NotSupportedException($"{at}: the checker does not know the keyword {keyword}.");
        }
    }

    private static bool HasType(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array)
            or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) =>
            true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(value!.GetValue<decimal>()),
        _ => false,
    };

    private static bool HasFormat(string? format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        _ => true,
    };
}
