using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Limits;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Completes the responses that are no problems: every media type that the endpoint's result types declare, their
/// headers, and recorded examples.
/// </summary>
internal sealed class SuccessResponseFilter(RecordedResponses recorded) : IOperationFilter
{
    // The schema of content that is not JSON: a text, whose form the media type gives.
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        [MediaTypes.Csv] = "A header line, then one line for each row (RFC 4180, UTF-8).",
        [MediaTypes.Ndjson] = "One JSON object on each line.",
        [XlsxTable.MediaType] = "An Excel workbook of one sheet, with a heading row. Days and instants (UTC) are dates, ids are texts.",
        [ParquetTable.MediaType] = "An Apache Parquet file. Days are DATE, instants TIMESTAMP in UTC, numbers DECIMAL.",
    };

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var ofStatus in metadata.OfType<IProducesResponseTypeMetadata>().GroupBy(produced => produced.StatusCode))
            AddContent((OpenApiResponse)operation.Responses![ofStatus.Key.ToString(CultureInfo.InvariantCulture)], ofStatus, context);
        foreach (var (status, response) in operation.Responses!)
        {
            var number = int.Parse(status, CultureInfo.InvariantCulture);
            AddHeaders((OpenApiResponse)response, number, metadata, context.Document!);
            AddExamples((OpenApiResponse)response, number, operation.OperationId!);
        }
    }

    // ASP.NET's description of an endpoint keeps one type for a status: a page in JSON or all rows in CSV, not both.
    private static void AddContent(
        OpenApiResponse response,
        IEnumerable<IProducesResponseTypeMetadata> ofStatus,
        OperationFilterContext context)
    {
        if (ofStatus.All(produced => !produced.ContentTypes.Any())) return;
        response.Content = new Dictionary<string, IOpenApiMediaType>();
        // Where there are pages, only CSV and workbooks have all rows at once.
        var isPaged = ofStatus.Any(produced => IsPage(produced.Type));
        foreach (var produced in ofStatus)
        {
            foreach (var mediaType in produced.ContentTypes)
            {
                if (isPaged && response.Content.ContainsKey(mediaType)) continue;
                var schema = Descriptions.TryGetValue(mediaType, out var description)
                    ? new OpenApiSchema { Description = description }
                    : context.SchemaGenerator.GenerateSchema(produced.Type!, context.SchemaRepository);
                // A return that was accepted and one that is held have the same status, and different answers.
                response.Content[mediaType] = new OpenApiMediaType
                {
                    Schema = response.Content.TryGetValue(mediaType, out var before)
                        ? new OpenApiSchema { OneOf = [before.Schema!, schema] }
                        : schema,
                };
            }
        }
    }

    private static void AddHeaders(OpenApiResponse response, int status, IList<object> metadata, Microsoft.OpenApi.OpenApiDocument document)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        if (status == StatusCodes.Status304NotModified)
        {
            response.Description =
                "Nothing has changed since the response that the request names in `If-None-Match` or `If-Modified-Since`.";
            Add(HeaderNames.ETag);
        }

        if (status == StatusCodes.Status201Created)
        {
            var address = metadata
                .OfType<CreatedLocation>()
                .Last().Address
                .Replace("{id}", RecordedResponses.ReturnId, StringComparison.Ordinal)
                .Replace("{code}", "EXA-SCH-09", StringComparison.Ordinal);
            response.Headers[HeaderNames.Location] = ResponseHeaders.CreateLocation("The address of what was created.", address);
        }

        if (status == StatusCodes.Status202Accepted)
        {
            response.Headers[HeaderNames.Location] = ResponseHeaders.CreateLocation(
                "The address at which to ask what became of the return; of a held return the address of its receipt.",
                $"/v1/submissions/{RecordedResponses.ReturnId}");
            Add(HeaderNames.RetryAfter);
        }

        if (status < 300 && metadata.OfType<SubmissionMetadata>().Any()) Add(ResponseHeaders.PreferenceApplied);
        if (metadata.OfType<IProducesResponseTypeMetadata>().Any(produced => produced.StatusCode == status && IsPage(produced.Type)))
            Add(HeaderNames.Link);
        foreach (var header in ResponseHeaders.OfEveryResponse) Add(header);

        void Add(string header) => response.Headers[header] = new OpenApiHeaderReference(header, document);
    }

    private static bool IsPage(Type? type) => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Page<>);

    private void AddExamples(OpenApiResponse response, int status, string operation)
    {
        foreach (var (mediaType, content) in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (ProblemResponseFilter.IsProblem(response)) continue;
            var name = status == StatusCodes.Status202Accepted ? RecordedResponses.OfAcceptance : operation;
            var examples = recorded.Find(name, status).Where(example => example.MediaType == mediaType).ToList();
            if (examples.Count == 0) continue;
            ((OpenApiMediaType)content).Examples = examples.ToDictionary(
                example => example.Name,
                IOpenApiExample (example) => new OpenApiExample { Summary = example.Summary, Value = example.Body });
        }
    }
}
