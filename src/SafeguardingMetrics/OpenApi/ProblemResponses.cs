using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SafeguardingMetrics.Http.Problems;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>Says of each refusal which problems of the catalogue it can be, what to do about each, and what it looks like.</summary>
internal sealed class ProblemResponses(RecordedResponses recorded) : IDocumentFilter
{
    private const string MediaType = "application/problem+json";

    // What the framework notices by itself, and what nobody can bring about at will: the rest is recorded.
    private static readonly Problem[] Unrecorded =
    [
        ProblemCatalogue.BadRequest, ProblemCatalogue.DefinitionChanged, ProblemCatalogue.NoLongerKept, ProblemCatalogue.SeveralChildren, ProblemCatalogue.Failed, ProblemCatalogue.DatabaseUnavailable,
        ProblemCatalogue.TooLargeUnpacked, ProblemCatalogue.PackedTooTightly, ProblemCatalogue.TooManyRecords, ProblemCatalogue.RecordTooLong, ProblemCatalogue.BodyTooSlow,
        ProblemCatalogue.TooManyRequests, ProblemCatalogue.TooManyAtOnce, ProblemCatalogue.Busy, ProblemCatalogue.StillRunning, ProblemCatalogue.SubmissionFailed,
    ];

    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        // In place of the framework's own.
        foreach (var (name, schema) in ProblemSchemas.All(swaggerDoc)) swaggerDoc.Components!.Schemas![name] = schema;
        foreach (var problem in ProblemCatalogue.All)
            if (FindExample(problem) is { } body) swaggerDoc.AddComponent(problem.Code, new OpenApiExample { Summary = problem.Title, Value = body });

        foreach (var (path, item) in swaggerDoc.Paths)
        {
            foreach (var operation in item.Operations!.Values)
            {
                foreach (var (status, response) in operation.Responses!)
                {
                    if (response.Content?.ContainsKey(MediaType) == true)
                        Describe(swaggerDoc, operation, path, int.Parse(status, CultureInfo.InvariantCulture), (OpenApiResponse)response);
                }
            }
        }
    }

    private void Describe(Microsoft.OpenApi.OpenApiDocument document, OpenApiOperation operation, string path, int status, OpenApiResponse response)
    {
        var taken = GetRequestBodyKind(path, operation);
        var problems = ListProblems(path, taken, status).ToList();
        if (status == StatusCodes.Status400BadRequest && path.StartsWith("/v1", StringComparison.Ordinal)) problems.Add(ProblemCatalogue.UnknownParameter);
        var own = recorded.Find(operation.OperationId!, status).ToDictionary(example => example.Name);
        response.Description = string.Join("\n\n", problems.Select(problem => $"`{problem.Code}` {problem.Title} {problem.Remedy}"));
        response.Content = new Dictionary<string, IOpenApiMediaType>
        {
            [MediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(ProblemSchemas.GetSchemaName(taken, status), document),
                Examples = problems.ToDictionary(problem => problem.Code, IOpenApiExample (problem) => own.TryGetValue(problem.Code, out var answer)
                    ? new OpenApiExample { Summary = problem.Title, Value = answer.Body }
                    : new OpenApiExampleReference(problem.Code, document)),
            },
        };
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests || (status == StatusCodes.Status409Conflict && taken == RequestBodyKind.Return))
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader { Description = "After how many seconds to try again.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Examples = [5] } },
            };
        }

        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["WWW-Authenticate"] = new OpenApiHeader { Description = "Which credentials are taken here.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = ["ApiKey header=\"X-Api-Key\""] } },
            };
        }
    }

    private static RequestBodyKind GetRequestBodyKind(string path, OpenApiOperation operation) => IsSubmissionStatus(path) ? RequestBodyKind.Return
        : operation.RequestBody is null ? RequestBodyKind.Nothing
        : path.StartsWith("/v1/returns", StringComparison.Ordinal) ? RequestBodyKind.Return
        : path.StartsWith("/v1/targets", StringComparison.Ordinal) || path.StartsWith("/v1/return-schedule", StringComparison.Ordinal) || path.StartsWith("/v1/erasures", StringComparison.Ordinal)
            || path.StartsWith("/v1/agencies", StringComparison.Ordinal) || path.StartsWith("/v1/clients", StringComparison.Ordinal) ? RequestBodyKind.Setting
        : RequestBodyKind.Table;

    // What became of an accepted return is what submitting would have answered.
    private static bool IsSubmissionStatus(string path) => path.StartsWith("/v1/submissions", StringComparison.Ordinal);

    private static bool IsCheck(string path) => path.EndsWith("/check", StringComparison.Ordinal);

    private static bool ShowsFigures(string path) => path.EndsWith("values", StringComparison.Ordinal) || path.EndsWith("/comparison", StringComparison.Ordinal) || path.EndsWith("/chart", StringComparison.Ordinal);

    /// <summary>The problems of a status that an address can answer with.</summary>
    private static IEnumerable<Problem> ListProblems(string path, RequestBodyKind taken, int status) => (status, taken) switch
    {
        (400, RequestBodyKind.Return) when IsSubmissionStatus(path) => [ProblemCatalogue.UnreadableBody, ProblemCatalogue.TooDeep, ProblemCatalogue.BadRequest],
        (400, RequestBodyKind.Return) when IsCheck(path) => [ProblemCatalogue.InvalidPeriod, ProblemCatalogue.UnreadableBody, ProblemCatalogue.TooDeep, ProblemCatalogue.DamagedBody, ProblemCatalogue.BadRequest],
        (400, RequestBodyKind.Return) => [ProblemCatalogue.InvalidPeriod, ProblemCatalogue.InvalidIdempotencyKey, ProblemCatalogue.UnreadableBody, ProblemCatalogue.TooDeep, ProblemCatalogue.DamagedBody, ProblemCatalogue.BadRequest],
        (400, RequestBodyKind.Table) => [ProblemCatalogue.UnreadableBody, ProblemCatalogue.DamagedBody, ProblemCatalogue.BadRequest],
        (400, RequestBodyKind.Setting) when path.StartsWith("/v1/return-schedule", StringComparison.Ordinal) => [ProblemCatalogue.InvalidParameter, ProblemCatalogue.BadRequest],
        (400, RequestBodyKind.Setting) => [ProblemCatalogue.BadRequest],
        (400, _) when ShowsFigures(path) => [ProblemCatalogue.InvalidParameter, ProblemCatalogue.TooManyFigures],
        (400, _) => [ProblemCatalogue.InvalidParameter],
        (403, RequestBodyKind.Return) when !IsSubmissionStatus(path) => [ProblemCatalogue.NotPermitted, ProblemCatalogue.OtherAgency, ProblemCatalogue.OtherSector],
        (403, _) when ShowsFigures(path) => [ProblemCatalogue.NotPermitted, ProblemCatalogue.OtherAgency, ProblemCatalogue.FullFiguresOnly],
        (403, _) => [ProblemCatalogue.NotPermitted, ProblemCatalogue.OtherAgency],
        (404, _) when path.StartsWith("/v1/return-schedule", StringComparison.Ordinal) => [ProblemCatalogue.UnknownDataset, ProblemCatalogue.NotFound],
        (404, _) when IsSubmissionStatus(path) => [ProblemCatalogue.UnknownSubmission],
        (404, _) => [path.StartsWith("/v1/returns", StringComparison.Ordinal) ? ProblemCatalogue.UnknownReturn
            : path.StartsWith("/v1/datasets", StringComparison.Ordinal) ? ProblemCatalogue.UnknownDataset
            : path.StartsWith("/v1/indicator", StringComparison.Ordinal) ? ProblemCatalogue.UnknownIndicator
            : path.StartsWith("/v1/targets", StringComparison.Ordinal) ? ProblemCatalogue.UnknownTarget
            : path.StartsWith("/v1/clients", StringComparison.Ordinal) ? ProblemCatalogue.UnknownClient
            : ProblemCatalogue.NotFound],
        (409, RequestBodyKind.Return) => [ProblemCatalogue.StillRunning],
        (409, _) => [path.StartsWith("/v1/targets", StringComparison.Ordinal) ? ProblemCatalogue.TargetEnded
            : path.StartsWith("/v1/clients", StringComparison.Ordinal) ? ProblemCatalogue.TooManyKeys
            : path.StartsWith("/v1/returns", StringComparison.Ordinal) ? ProblemCatalogue.NotWithdrawable
            : path.StartsWith("/v1/erasures", StringComparison.Ordinal) ? ProblemCatalogue.SeveralChildren
            : ProblemCatalogue.DefinitionChanged],
        (422, RequestBodyKind.Setting) => [path.StartsWith("/v1/agencies", StringComparison.Ordinal) ? ProblemCatalogue.InvalidAgency
            : path.StartsWith("/v1/clients", StringComparison.Ordinal) ? ProblemCatalogue.InvalidClient
            : path.StartsWith("/v1/erasures", StringComparison.Ordinal) ? ProblemCatalogue.InvalidErasure
            : ProblemCatalogue.InvalidTarget],
        (422, RequestBodyKind.Table) => [ProblemCatalogue.InvalidTable],
        // A check says that a return would be rejected in its receipt.
        (422, _) when IsCheck(path) => [ProblemCatalogue.PeriodAhead],
        (422, _) when IsSubmissionStatus(path) => [ProblemCatalogue.ReturnRejected, ProblemCatalogue.PeriodAhead, ProblemCatalogue.SubmissionFailed],
        (422, _) => [ProblemCatalogue.ReturnRejected, ProblemCatalogue.PeriodAhead, ProblemCatalogue.IdempotencyKeyReused],
        (413, RequestBodyKind.Return) when IsSubmissionStatus(path) => [ProblemCatalogue.RecordTooLong, ProblemCatalogue.TooManyFields, ProblemCatalogue.TooManyRecords],
        (413, RequestBodyKind.Table) => [ProblemCatalogue.TooLarge, ProblemCatalogue.TooLargeUnpacked, ProblemCatalogue.RecordTooLong, ProblemCatalogue.TooManyFields],
        (413, RequestBodyKind.Setting) => [ProblemCatalogue.TooLarge],
        (429 or 503, RequestBodyKind.Return) when !IsSubmissionStatus(path) => ProblemCatalogue.All.Where(problem => problem.Status == status),
        (429, _) => [ProblemCatalogue.TooManyRequests],
        (503, _) => [ProblemCatalogue.DatabaseUnavailable],
        _ => ProblemCatalogue.All.Where(problem => problem.Status == status),
    };

    private JsonNode? FindExample(Problem problem) => recorded.Find(RecordedResponses.OfAProblem, problem.Status).FirstOrDefault(answer => answer.Name == problem.Code)?.Body
        ?? (Unrecorded.Contains(problem)
            ? new JsonObject { ["type"] = problem.Type, ["title"] = problem.Title, ["status"] = problem.Status, ["detail"] = problem.Remedy, ["code"] = problem.Code, ["traceId"] = RecordedResponses.TraceId }
            : null);
}
