using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Limits;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Documents the operations that take a return: once for all datasets, with an example of each dataset's return to
/// choose from. The fields of a dataset's records are not in the document; they are in the dataset's own JSON Schema.
/// </summary>
internal sealed class ReturnRequestFilter : IOperationFilter
{
    /// <summary>The name of the request body under <c>components.requestBodies</c>.</summary>
    public const string Body = "Return";

    /// <summary>The name of the schema of a record whose dataset is not known.</summary>
    public const string Record = "ReturnRecord";

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<SubmissionMetadata>().Any()) return;
        operation.RequestBody = new OpenApiRequestBodyReference(Body, context.Document);
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = "Content-Encoding",
            In = ParameterLocation.Header,
            Description = "How the body is compressed. Leave it out if it is not.",
        });
    }

    /// <summary>The request body, and the schema of its records.</summary>
    public static void AddComponents(Microsoft.OpenApi.OpenApiDocument document, ServiceLimits limits)
    {
        document.AddComponent(Record, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description =
                "One record of the dataset. Its fields, types and codes are in the dataset's JSON Schema, `GET "
                + "/v1/datasets/{dataset}/schema`. "
                    + "A field that the dataset does not have is ignored and reported (rule R05).",
            AdditionalProperties = new OpenApiSchema { Description = "The value of a field." },
        });
        document.AddComponent(Body, new OpenApiRequestBody
        {
            Required = true,
            Description = "The records. To report that there is nothing, send `[]`, or in CSV the header line alone "
                + "(`GET /v1/datasets/{dataset}/template.csv`). The examples are one return for each dataset. What cannot be misread is "
                + "taken as well: CSV with semicolons, tabs or vertical bars, in UTF-16 or in Windows-1252 (`text/csv; "
                + "charset=windows-1252`); one JSON object, or an object with the list in `value`, `records`, `data`, `items`, `rows` or "
                + "`results`; and types that say nothing of the body, such as `application/vnd.ms-excel`, `text/plain`, "
                + "`application/octet-stream` or none, where its first bytes show what it is.",
            Content = MediaTypes.All.ToDictionary(mediaType => mediaType, IOpenApiMediaType (mediaType) => new OpenApiMediaType
            {
                Schema = CreateSchema(document, mediaType, limits),
                Examples = DatasetCatalogue.All.ToDictionary(
                    dataset => dataset.Name,
                    IOpenApiExample (dataset) => CreateExample(dataset, mediaType)),
            }),
        });
    }

    private static OpenApiSchema CreateSchema(
        Microsoft.OpenApi.OpenApiDocument document, string mediaType, ServiceLimits limits) => mediaType switch
        {
            MediaTypes.Json => new()
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchemaReference(Record, document),
                MaxItems = limits.ReturnRecords,
            },
            MediaTypes.Ndjson => new()
            {
                Type = JsonSchemaType.String,
                Description = "One JSON object on each line: a record.",
                MaxLength = (int)limits.UnpackedBytes,
                Pattern = @"^\s*(\{|$)",
            },
            _ => new()
            {
                Type = JsonSchemaType.String,
                Description =
                    "A header line with the names of the fields, in any order and in upper or lower case, then one line for each record. "
                    + "A line with blank cells only is no record.",
                MaxLength = (int)limits.UnpackedBytes,
                Pattern = @"\S",
            },
        };

    private static OpenApiExample CreateExample(Dataset dataset, string mediaType)
    {
        var example = ExampleReturn.OneRecord(dataset);
        return new()
        {
            Summary = $"{dataset.Title} (period {dataset.ExamplePeriod})",
            Value = mediaType == MediaTypes.Json ? example.Json : example.Serialize(mediaType),
        };
    }
}
