using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>The JSON Schema (draft 2020-12) of one record of a dataset, from its fields.</summary>
public static class RecordSchema
{
    /// <summary>The identifier of a dataset's schema: a name, which is not fetched.</summary>
    public static string GetId(Dataset dataset) => $"urn:safeguarding-metrics:v1:datasets:{dataset.Name}";

    /// <summary>The schema. A field that it does not name is allowed, and is not stored (rule <c>R05</c>).</summary>
    public static JsonObject Create(Dataset dataset) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = GetId(dataset),
        ["title"] = dataset.Table,
        ["description"] = $"{dataset.Summary} One record. A field that is not named here is not stored (rule R05).",
        ["type"] = "object",
        ["required"] = new JsonArray([.. dataset.FieldList.Where(field => field.IsRequired).Select(field => (JsonNode)field.Name)]),
        ["properties"] = new JsonObject(
            dataset.FieldList.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, CreateProperty(field)))),
    };

    private static JsonObject CreateProperty(Field field)
    {
        var (type, format) = field.Type.ToJsonSchema();
        // A value that is not known may be left out, and may as well be null.
        var property = new JsonObject
        {
            ["description"] = Describe(field),
            ["type"] = field.IsRequired ? type : new JsonArray(type, "null"),
        };
        if (format is not null) property["format"] = format;
        if (field.Type == FieldType.Date) property["maxLength"] = "YYYY-MM-DD".Length;
        if (field.Type is FieldType.Identifier or FieldType.Text) property["minLength"] = 1;
        if (field.MaxLength is { } longest) property["maxLength"] = longest;
        if (field.Pattern is { } pattern) property["pattern"] = pattern;
        if (field.Range.Least is { } least) property["minimum"] = least;
        if (field.Range.Most is { } most) property["maximum"] = most;
        else if (field.Type == FieldType.WholeNumber) property["maximum"] = int.MaxValue;
        if (field.Type == FieldType.DecimalNumber) property["multipleOf"] = 0.01m;
        if (field.Type == FieldType.Code) property["enum"] = CreateCodes(field, isNullable: !field.IsRequired);
        if (field.Type == FieldType.CodeSet)
        {
            property["uniqueItems"] = true;
            property["items"] = new JsonObject { ["type"] = "string", ["enum"] = CreateCodes(field, isNullable: false) };
        }

        property["examples"] = new JsonArray(field.ToJson(field.Example));
        return property;
    }

    private static JsonArray CreateCodes(Field field, bool isNullable)
    {
        var codes = new JsonArray([.. field.Codes!.Select(code => (JsonNode)code.Value)]);
        if (isNullable) codes.Add(null);
        return codes;
    }

    private static string Describe(Field field)
    {
        var text = new StringBuilder(field.Description);
        if (field.Type is not (FieldType.Code or FieldType.Text or FieldType.Date))
            text.Append(" Takes ").Append(field.Expectation).Append('.');
        foreach (var code in field.Codes ?? []) text.Append("\n- `").Append(code.Value).Append("`: ").Append(code.Meaning);
        return text.ToString();
    }
}
