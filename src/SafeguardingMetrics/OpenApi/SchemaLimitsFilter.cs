using System.Globalization;
using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Limits;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Says of every text, number and list in the document how great it can be: of what is sent what the service takes, as
/// this service is configured, and of what is answered what is kept. Fields have their own; answers' are in
/// <see cref="TextLimits"/> and <see cref="ListLimits"/>.
/// </summary>
internal sealed class SchemaLimitsFilter(ServiceLimits limits) : IDocumentFilter
{
    // JSON carries whole numbers exactly up to here (RFC 8259, 6).
    private const long MostInJson = (1L << 53) - 1;

    private readonly TextLimits texts = new(limits);
    private readonly List<string> unbounded = [];

    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var (name, schema) in swaggerDoc.Components!.Schemas!) ApplyLimits(schema, name, "");
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            foreach (var parameter in operation.Parameters ?? [])
                ApplyLimits(parameter.Schema, parameter.In == ParameterLocation.Header ? "header" : "address", parameter.Name!);
            foreach (var (mediaType, content) in operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
                ApplyBodyLimits(content.Schema, operation.OperationId!, mediaType);
            foreach (var content in operation.Responses!.Values.SelectMany(response => response.Content?.Values ?? []))
                ApplyLimits(content.Schema, "answer", operation.OperationId!);
        }

        if (unbounded.Count > 0)
            throw new NotSupportedException(
                $"The OpenAPI document does not bound {string.Join(", ", unbounded.Distinct())}. Say in TextBounds, ListBounds or "
                + "Bounds how great it can be.");
    }

    private void ApplyBodyLimits(IOpenApiSchema? schema, string operation, string mediaType)
    {
        if (schema is not OpenApiSchema body) return;
        if (body.Type == JsonSchemaType.Array) body.MaxItems ??= limits.ReturnRecords;
        else if (body.Type == JsonSchemaType.String) body.MaxLength ??= (int)limits.UnpackedBytes;
        // A CSV has a header, and of NDJSON every line begins a record.
        if (body.Type == JsonSchemaType.String) body.Pattern ??= mediaType == MediaTypes.Csv ? @"\S" : @"^\s*(\{|$)";
        ApplyLimits(body, "sent", operation);
    }

    private void ApplyLimits(IOpenApiSchema? schema, string of, string name)
    {
        if (schema is not OpenApiSchema one) return;
        foreach (var (property, member) in one.Properties ?? new Dictionary<string, IOpenApiSchema>()) ApplyLimits(member, of, property);
        switch (one.Type & ~JsonSchemaType.Null)
        {
            case JsonSchemaType.String when one.Enum is null or []:
                ApplyTextLimits(one, of, name);
                break;
            case JsonSchemaType.Integer:
                ApplyNumberLimits(one, of, name);
                break;
            case JsonSchemaType.Array:
                one.MaxItems ??= ListLimits.GetMaxItems(of, name);
                if (one.MaxItems is null) unbounded.Add($"{of}.{name}[]");
                ApplyLimits(one.Items, of, name);
                break;
        }
    }

    private void ApplyTextLimits(OpenApiSchema text, string of, string name)
    {
        var bound = text.Format switch
        {
            "date" => new TextLimit(10),
            "date-time" => new TextLimit(24),
            "uuid" => new TextLimit(36),
            _ when text.MaxLength is { } known => new TextLimit(known),
            _ => texts.Find(of, name),
        };
        if (bound is null) unbounded.Add($"{of}.{name}");
        text.MaxLength ??= bound?.Longest;
        text.Pattern ??= bound?.Pattern;
        text.Format ??= bound?.Format;
    }

    private static void ApplyNumberLimits(OpenApiSchema number, string of, string name)
    {
        var (least, most) = (of, name) switch
        {
            (_, "status") => (400, 599),
            (_, "line" or "position" or "record" or "version" or "definitionVersion") => (1, int.MaxValue),
            (_, "dueDays") => (0, SafeguardingMetrics.Schedule.ScheduleSetting.MostDueDays),
            (_, "graceDays") => (0, SafeguardingMetrics.Identity.ApiKeyLifetime.MostGraceDays),
            (_, "expires_in") => (1, (long)SafeguardingMetrics.Identity.AccessTokenIssuer.Lifetime.TotalSeconds),
            (_, "Retry-After") => (0, 86_400),
            _ => (0, number.Format == "int64" ? MostInJson : int.MaxValue),
        };
        number.Format ??= "int32";
        number.Minimum ??= least.ToString(CultureInfo.InvariantCulture);
        number.Maximum ??= most.ToString(CultureInfo.InvariantCulture);
    }
}
