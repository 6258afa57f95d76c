using System.Globalization;
using System.Text;
using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Formats;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Documents the one route that takes returns as a path for each dataset, with the dataset's own record, rules and examples: an engineer
/// looks for open cases, not for a parameter.
/// </summary>
internal sealed class DatasetPaths : IDocumentFilter
{
    /// <summary>The route as it is mapped.</summary>
    public const string Route = "/v1/returns/{dataset}";

    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var submit = RemoveOperation(swaggerDoc, Route);
        var check = RemoveOperation(swaggerDoc, $"{Route}/check");
        foreach (var dataset in DatasetCatalogue.All)
        {
            swaggerDoc.AddComponent(dataset.Table, FieldSchema.CreateRecordSchema(dataset));
            foreach (var mediaType in MediaTypes.All)
                foreach (var example in CreateExamples(dataset, mediaType))
                    swaggerDoc.AddComponent(GetExampleKey(example, mediaType), new OpenApiExample { Summary = example.Summary, Value = mediaType == MediaTypes.Json ? example.Json : example.Serialize(mediaType) });

            var path = Route.Replace("{dataset}", dataset.Name, StringComparison.Ordinal);
            Add(swaggerDoc, path, submit, dataset, "Submit", DescribeSubmitting(dataset, submit.Description!));
            Add(swaggerDoc, $"{path}/check", check, dataset, "Check", $"{DescribeChecking(dataset)}\n\n{check.Description}");
        }
    }

    /// <summary>The name of a dataset's operation, such as submitOpenCases.</summary>
    public static string GetOperationId(string verb, Dataset dataset) =>
        char.ToLowerInvariant(verb[0]) + verb[1..] + string.Concat(dataset.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static OpenApiOperation RemoveOperation(Microsoft.OpenApi.OpenApiDocument document, string path)
    {
        var operation = document.Paths[path].Operations![HttpMethod.Post];
        document.Paths.Remove(path);
        return operation;
    }

    private static void Add(Microsoft.OpenApi.OpenApiDocument document, string path, OpenApiOperation route, Dataset dataset, string verb, string about) => document.Paths.Add(path, new OpenApiPathItem
    {
        Operations = new Dictionary<HttpMethod, OpenApiOperation>
        {
            [HttpMethod.Post] = new()
            {
                OperationId = GetOperationId(verb, dataset),
                Summary = $"{verb} {dataset.Title.ToLowerInvariant()}",
                Description = about,
                Security = route.Security,
                Tags = new HashSet<OpenApiTagReference> { new($"{verb} a return", document) },
                Parameters = [CreatePeriodParameter(dataset), .. route.Parameters!.Where(parameter => parameter.In == ParameterLocation.Header).Select(parameter => parameter.CreateShallowCopy()), CreateContentEncodingParameter()],
                RequestBody = CreateRequestBody(document, dataset),
                // The dataset is in the path: that there is none of the name cannot happen here.
                Responses = Copy(route.Responses!.Where(response => response.Key != "404")),
            },
        },
    });

    private static OpenApiParameter CreatePeriodParameter(Dataset dataset)
    {
        var isDay = dataset.Shape == DatasetShape.Snapshot;
        return new()
        {
            Name = "period",
            In = ParameterLocation.Query,
            Required = true,
            Description = isDay
                ? "The day that the return describes."
                : "The days that the return covers: a day, a month (`2026-11`) or an interval (`2026-11-01/2026-11-22`).",
            Example = dataset.ExamplePeriod,
            Schema = isDay
                ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }
                : new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]{4}-[0-9]{2}(-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)?$", Examples = ["2026-11-22", "2026-11", "2026-11-01/2026-11-22"] },
        };
    }

    private static OpenApiParameter CreateContentEncodingParameter() => new()
    {
        Name = "Content-Encoding",
        In = ParameterLocation.Header,
        Description = "How the body is packed; leave it out where it is not.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["gzip", "br"], Examples = ["gzip"] },
    };

    private static OpenApiRequestBody CreateRequestBody(Microsoft.OpenApi.OpenApiDocument document, Dataset dataset) => new()
    {
        Required = true,
        Description = $"The records. A return with nothing to report is `[]`, or in CSV the header alone. `GET /v1/datasets/{dataset.Name}/template.csv` gives the header. Returns with faults are among the examples of `text/csv`.",
        Content = MediaTypes.All.ToDictionary(mediaType => mediaType, IOpenApiMediaType (mediaType) => new OpenApiMediaType
        {
            Schema = mediaType switch
            {
                MediaTypes.Json => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(dataset.Table, document) },
                MediaTypes.Ndjson => new OpenApiSchema { Type = JsonSchemaType.String, Description = $"A record of the schema `{dataset.Table}` on each line." },
                _ => new OpenApiSchema { Type = JsonSchemaType.String, Description = $"A header with the names of the fields of `{dataset.Table}`, in any order and in upper or lower case, then a record a line." },
            },
            Examples = CreateExamples(dataset, mediaType).ToDictionary(example => example.Name, IOpenApiExample (example) => new OpenApiExampleReference(GetExampleKey(example, mediaType), document)),
        }),
    };

    private static OpenApiResponses Copy(IEnumerable<KeyValuePair<string, IOpenApiResponse>> responses)
    {
        var copies = new OpenApiResponses();
        foreach (var (status, response) in responses)
            copies[status] = new OpenApiResponse { Description = response.Description, Content = response.Content?.ToDictionary(content => content.Key, IOpenApiMediaType (content) => new OpenApiMediaType { Schema = content.Value.Schema }) };
        return copies;
    }

    // Where the schema judges the example, as it does in JSON, it must be a good one: that is what tools hold the document to.
    private static IReadOnlyList<ExampleReturn> CreateExamples(Dataset dataset, string mediaType) => mediaType == MediaTypes.Json ? [ExampleReturn.Accepted(dataset)] : ExampleReturn.CreateAll(dataset);

    private static string GetExampleKey(ExampleReturn example, string mediaType) => $"{example.Dataset.Table}.{example.Name}.{mediaType.Split('/', '-')[^1]}";

    private static string DescribeSubmitting(Dataset dataset, string always)
    {
        var text = new StringBuilder(DescribeSending(dataset));
        text.Append(CultureInfo.InvariantCulture, $"\n\n```sh\n{Introduction.CreateCurlCommand(dataset)}\n```\n\n{always}\n\n");
        text.Append("The rules: an *error* leaves the record out, a *query* keeps it and flags it.\n\n| Rule | Severity | Sentence |\n|---|---|---|\n");
        foreach (var rule in dataset.AllRules) text.Append(CultureInfo.InvariantCulture, $"| {rule.Code} | {ApiEnumNames.ToText(rule.Severity)} | {rule.Summary} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\nIt feeds {string.Join(", ", dataset.Indicators.Select(indicator => $"`{indicator.Code}`"))}. The fields are under *Schema*, at the request body below.");
        return text.ToString();
    }

    private static string DescribeChecking(Dataset dataset) => $"{DescribeSending(dataset)} The rules are listed at *Submit {dataset.Title.ToLowerInvariant()}*.";

    private static string DescribeSending(Dataset dataset) =>
        $"{dataset.Summary} Sent by {Introduction.DescribeSenders(dataset)} (in the demonstration `{Introduction.GetDemonstrationKey(dataset)}`). "
        + (dataset.Shape == DatasetShape.Snapshot ? "A snapshot: `period` is the day it describes." : dataset.CountedOnField is { } day ? $"`period` is any span of days, and `{day.Name}` of every record lies in it." : "`period` is any span of days; the records are of all of it.")
        + $" `{dataset.KeyField.Name}` occurs once in a return.";
}
