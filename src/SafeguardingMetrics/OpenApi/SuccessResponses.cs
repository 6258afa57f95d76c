using System.Globalization;
using System.Net.Mime;
using Microsoft.OpenApi;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Http.Answers;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>Completes what the document says of answers that are no problems: pages and CSV, headers, and recorded examples.</summary>
internal sealed class SuccessResponses(RecordedResponses recorded) : IDocumentFilter
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";

    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            foreach (var (status, response) in operation.Responses!)
            {
                var answer = (OpenApiResponse)response;
                if (answer.Content?.ContainsKey("application/problem+json") == true) continue;
                var number = int.Parse(status, CultureInfo.InvariantCulture);
                DescribeContent(operation.OperationId!, answer, context);
                DescribeHeaders(operation.OperationId!, number, answer);
                foreach (var (mediaType, content) in answer.Content!) AddExamples((OpenApiMediaType)content, [.. recorded.Find(number == StatusCodes.Status202Accepted ? RecordedResponses.OfAcceptance : operation.OperationId!, number).Where(example => example.MediaType == mediaType)]);
            }
        }
    }

    // A handler that answers with a page as JSON and with all rows as CSV says only the one or the other of itself.
    private static void DescribeContent(string operation, OpenApiResponse answer, DocumentFilterContext context)
    {
        var content = answer.Content!;
        if (operation == "listFindings") content[Json] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(Page<Finding>), context.SchemaRepository) };
        if (operation == "listAudit")
        {
            content[Json] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(Page<AuditLine>), context.SchemaRepository) };
            content[AuditExport.Ndjson] = new OpenApiMediaType { Schema = new OpenApiSchema { Description = $"A line of the audit, of the schema `{nameof(AuditLine)}`, on each line." } };
        }

        if (operation is "listCases" or "getChart") content[Csv] = new OpenApiMediaType();
        if (content.TryGetValue(Csv, out var rows))
            ((OpenApiMediaType)rows).Schema = new OpenApiSchema { Description = "A header, then a row a line (RFC 4180, UTF-8)." };
        if (content.TryGetValue(ParquetTable.MediaType, out var table))
            ((OpenApiMediaType)table).Schema = new OpenApiSchema { Description = "A file of Apache Parquet: days are DATE, instants TIMESTAMP in UTC, numbers DECIMAL." };
        if (operation == "getPowerQuery")
            ((OpenApiMediaType)content[MediaTypeNames.Text.Plain]).Schema = new OpenApiSchema { Description = "A query of the Power Query formula language, M." };
    }

    private static void DescribeHeaders(string operation, int status, OpenApiResponse answer)
    {
        if (status == StatusCodes.Status304NotModified)
        {
            answer.Description = "Nothing has changed since the answer whose `ETag` the request has in `If-None-Match`, or whose `Last-Modified` in `If-Modified-Since`.";
            answer.Headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = Header("The answer's tag: the same as long as its bytes are, and another for whoever sees other things.", "\"MoShjOKA0fVamMtmuu1HLzA8r0EKGT2WG5dLW_0HQlQ\"") };
            return;
        }

        if (status == StatusCodes.Status201Created)
            answer.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Location"] = operation switch
                {
                    "setTarget" => Header("Where the target can be read again.", $"/v1/targets/{RecordedResponses.ReturnId}"),
                    "setAgency" => Header("The agency.", "/v1/agencies/EXA-SCH-09"),
                    "addClient" or "addKey" => Header("Where the client can be read again.", $"/v1/clients/{RecordedResponses.ReturnId}"),
                    _ => Header("Where the receipt can be read again.", $"/v1/returns/{RecordedResponses.ReturnId}"),
                },
            };
        if (status == StatusCodes.Status202Accepted)
            answer.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Location"] = Header("Where to ask what became of it.", $"/v1/submissions/{RecordedResponses.ReturnId}"),
                ["Retry-After"] = Header("After how many seconds to ask.", "2"),
            };
        if (operation.StartsWith("submit", StringComparison.Ordinal) || operation.StartsWith("check", StringComparison.Ordinal))
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            answer.Headers["Preference-Applied"] = Header("Which of the preferences in `Prefer` were heeded (RFC 7240); left out where none was.", status == StatusCodes.Status202Accepted ? "respond-async" : "handling=strict");
        }

        if (answer.Content!.TryGetValue(Json, out var content) && content.Schema is OpenApiSchemaReference { Reference.Id: { } id } && id.EndsWith(nameof(Page), StringComparison.Ordinal))
            answer.Headers = new Dictionary<string, IOpenApiHeader> { ["Link"] = Header("The next page, where there is one (RFC 8288); the same as `next`.", $"</v1/returns?cursor={Cursor.Encode("100")}>; rel=\"next\"") };
    }

    private static OpenApiHeader Header(string description, string example) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [example] } };

    private static void AddExamples(OpenApiMediaType content, IReadOnlyList<RecordedResponse> examples)
    {
        if (examples.Count > 0) content.Examples = examples.ToDictionary(example => example.Name, IOpenApiExample (example) => new OpenApiExample { Summary = example.Summary, Value = example.Body });
    }
}
