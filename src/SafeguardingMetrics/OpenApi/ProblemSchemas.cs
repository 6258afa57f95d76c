using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Indicators.Tables;
using SafeguardingMetrics.Returns.Holding;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The schemas of problems: the members of all, and those beside them that a refused return has.</summary>
internal static class ProblemSchemas
{
    private const string Plain = "ProblemDetails";
    private const string Unreadable = "UnreadableBody";
    private const string Refused = "RefusedReturn";
    private const string RefusedTable = "RefusedTable";
    private const string RefusedErasure = "RefusedErasure";

    /// <summary>All of them, by name.</summary>
    public static IEnumerable<(string Name, OpenApiSchema Schema)> All(Microsoft.OpenApi.OpenApiDocument document) =>
    [
        (Plain, CreateSchema(document, "A problem (RFC 9457): what every failed request is answered with.", [])),
        (Unreadable, CreateSchema(document, "A body that could not be read.", new()
        {
            ["line"] = Number("The line at which the body cannot be read, from 1."),
            ["position"] = Number("The byte in that line, from 1."),
            ["returnId"] = ReturnId(),
        })),
        (Refused, CreateSchema(
            document,
            "A return that was not stored. If its records were read, the problem also has the members of a receipt.",
            new()
            {
                ["returnId"] = ReturnId(),
                ["held"] = new OpenApiSchemaReference(nameof(Hold), document),
                ["agency"] = CreateSchema(JsonSchemaType.String, "The agency that sent the return."),
                ["dataset"] = CreateSchema(JsonSchemaType.String, "The dataset."),
                ["period"] = new OpenApiSchemaReference(nameof(SafeguardingMetrics.Datasets.Calendar.Period), document),
                ["receivedAt"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "date-time",
                    Description = "When the return arrived, in UTC.",
                },
                ["records"] = new OpenApiSchemaReference(nameof(RecordCounts), document),
                ["rules"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchemaReference(nameof(RuleBreach), document),
                    Description = "The rules that records broke, and how often.",
                },
                ["findings"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchemaReference(nameof(Finding), document),
                    Description = $"The first {FindingCollector.InReceipt} findings; the rest are at `/v1/returns/{{id}}/findings`.",
                },
            })),
        (RefusedTable, CreateSchema(document, "A table that was read and has faults. Nothing of it was stored.", new()
        {
            ["faultCount"] = Number("The number of faults."),
            ["faults"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = $"The faults in the order of lines, at most {TableUpload.MostFaultsTold}.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["line"] = Number("The line, from 1."),
                        ["column"] = CreateSchema(
                            JsonSchemaType.String | JsonSchemaType.Null,
                            "The column; null if the fault is of the whole line."),
                        ["message"] = CreateSchema(JsonSchemaType.String, "What is accepted there."),
                    },
                    Required = new HashSet<string> { "line", "column", "message" },
                },
            },
        })),
        (RefusedErasure, CreateSchema(document, "An erasure by an identifier that several children of an agency have.", new()
        {
            ["children"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "The children, by agency, id and dataset, at most 100.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["agency"] = CreateSchema(JsonSchemaType.String, "The agency's code."),
                        ["childId"] = CreateSchema(JsonSchemaType.String, "The agency's own id of the child, by which it can be erased."),
                        ["dataset"] = CreateSchema(JsonSchemaType.String, "The dataset of these records."),
                        ["records"] = Number("How many records with that id have the identifier."),
                        ["returnId"] = CreateSchema(JsonSchemaType.String, "The newest return with one of them."),
                    },
                    Required = new HashSet<string> { "agency", "childId", "dataset", "records", "returnId" },
                },
            },
        })),
    ];

    /// <summary>The schema of a response that can be any of these problems: the one with the most members.</summary>
    public static string GetSchemaName(IEnumerable<Problem> problems) => problems.Max(problem => problem.Members) switch
    {
        ProblemMembers.None => Plain,
        ProblemMembers.Place => Unreadable,
        ProblemMembers.Receipt => Refused,
        ProblemMembers.Faults => RefusedTable,
        ProblemMembers.Children => RefusedErasure,
        var unknown => throw new NotSupportedException($"There is no schema for problems with the members {unknown}."),
    };

    private static OpenApiSchema CreateSchema(
        Microsoft.OpenApi.OpenApiDocument document, string description, Dictionary<string, IOpenApiSchema> more) => new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "uri-reference",
                    Description = "The address at this service that explains the problem.",
                },
                ["title"] = CreateSchema(JsonSchemaType.String, "The problem in one sentence: always the same for a code."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
                ["detail"] = CreateSchema(JsonSchemaType.String, "What happened with this request."),
                ["code"] = new OpenApiSchemaReference(Vocabularies.Problem, document),
                ["traceId"] = CreateSchema(
                JsonSchemaType.String,
                "The id of this request in the service's log. Quote it when you ask for help."),
            }.Concat(more).ToDictionary(),
            Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" },
        };

    private static OpenApiSchema ReturnId() => new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Null,
        Format = "uuid",
        Description = "The id under which the attempt is recorded; null if the return was only checked.",
    };

    private static OpenApiSchema Number(string description) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Description = description };

    private static OpenApiSchema CreateSchema(JsonSchemaType type, string description) => new() { Type = type, Description = description };
}
