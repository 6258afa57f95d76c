using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.OpenApi;

/// <summary>A record's schema, and values of its fields, from the dataset's declaration alone.</summary>
internal static class FieldSchema
{
    /// <summary>The schema of one record.</summary>
    public static OpenApiSchema CreateRecordSchema(Dataset dataset) => new()
    {
        Type = JsonSchemaType.Object,
        Title = dataset.Title,
        Description = $"{dataset.Summary} One record. A field that is not named here is not stored (rule R05).",
        Properties = dataset.FieldList.ToDictionary(field => field.Name, IOpenApiSchema (field) => CreateFieldSchema(field)),
        Required = dataset.FieldList.Where(field => field.IsRequired).Select(field => field.Name).ToHashSet(),
    };

    /// <summary>The value of a field, as JSON writes it.</summary>
    public static JsonNode ToJson(Field field, string text) => field.ToJson(text);

    private static OpenApiSchema CreateFieldSchema(Field field)
    {
        var schema = field.Type switch
        {
            FieldType.Identifier or FieldType.Text => new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = field.MaxLength, Pattern = field.Pattern },
            FieldType.HashedIdentifier => new OpenApiSchema { Type = JsonSchemaType.String },
            FieldType.Code => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Codes(field) },
            FieldType.CodeSet => new OpenApiSchema { Type = JsonSchemaType.Array, UniqueItems = true, Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = Codes(field) } },
            FieldType.Date => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            FieldType.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            FieldType.WholeNumber => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            FieldType.DecimalNumber => new OpenApiSchema { Type = JsonSchemaType.Number, MultipleOf = 0.01m },
            var unknown => throw new NotSupportedException($"The OpenAPI document has no schema for a field of type {unknown}."),
        };
        schema.Minimum = field.Range.Least?.ToString(CultureInfo.InvariantCulture);
        schema.Maximum = field.Range.Most?.ToString(CultureInfo.InvariantCulture);
        schema.Description = Describe(field);
        schema.Examples = [ToJson(field, field.Example)];
        if (field.IsRequired) return schema;

        // A value that is not known may be left out, and may as well be null.
        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
        return schema;
    }

    private static List<JsonNode> Codes(Field field) => [.. field.Codes!.Select(code => (JsonNode)code.Value)];

    private static string Describe(Field field)
    {
        var text = new StringBuilder(field.Description);
        if (field.Type is not (FieldType.Code or FieldType.Text or FieldType.Date)) text.Append(" Takes ").Append(field.Expectation).Append('.');
        if (field.Codes is null) return text.ToString();
        text.Append('\n');
        foreach (var code in field.Codes) text.Append("\n- `").Append(code.Value).Append("`: ").Append(code.Meaning);
        return text.ToString();
    }
}
