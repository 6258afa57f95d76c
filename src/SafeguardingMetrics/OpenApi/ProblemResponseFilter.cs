using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using SafeguardingMetrics.Http.Problems;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Documents an operation's 4xx and 5xx responses: those that its endpoint declares, and those that follow from
/// authorization.
/// </summary>
internal sealed class ProblemResponseFilter : IOperationFilter
{
    /// <summary>The media type of problems (RFC 9457).</summary>
    public const string MediaType = "application/problem+json";

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var problems = ListProblems(metadata).ToHashSet();
        foreach (var ofStatus in ProblemCatalogue.All.Where(problems.Contains).GroupBy(problem => problem.Status))
        {
            // An endpoint may declare an answer of its own, such as the token endpoint's errors by RFC 6749.
            operation.Responses!.TryAdd(
                ofStatus.Key.ToString(CultureInfo.InvariantCulture),
                CreateResponse([.. ofStatus], context.Document!));
        }
    }

    /// <summary>True for a response that this filter has made.</summary>
    public static bool IsProblem(IOpenApiResponse response) => response.Content?.ContainsKey(MediaType) == true;

    private static IEnumerable<Problem> ListProblems(IList<object> metadata)
    {
        var authorization = metadata.OfType<IAuthorizeData>().ToList();
        return
        [
            ProblemCatalogue.TooManyRequests, ProblemCatalogue.Failed, ProblemCatalogue.DatabaseUnavailable,
            .. authorization.Count > 0 ? (Problem[])[ProblemCatalogue.InvalidParameter, ProblemCatalogue.Unauthenticated] : [],
            .. authorization.Any(data => data.Policy is not null)
                ? (Problem[])[ProblemCatalogue.NotPermitted, ProblemCatalogue.OtherAgency]
                : [],
            .. metadata.OfType<DocumentedProblems>().SelectMany(documented => documented.Problems),
        ];
    }

    private static OpenApiResponse CreateResponse(IReadOnlyList<Problem> problems, Microsoft.OpenApi.OpenApiDocument document)
    {
        var response = new OpenApiResponse
        {
            Description = string.Join("\n\n", problems.Select(problem => $"`{problem.Code}` {problem.Title} {problem.Remedy}")),
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [MediaType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(ProblemSchemas.GetSchemaName(problems), document),
                    Examples = problems.ToDictionary(
                        problem => problem.Code,
                        IOpenApiExample (problem) => new OpenApiExampleReference(problem.Code, document)),
                },
            },
            Headers = new Dictionary<string, IOpenApiHeader>(),
        };
        if (problems.Any(HasRetryAfter)) Add(HeaderNames.RetryAfter);
        if (problems.Contains(ProblemCatalogue.Unauthenticated)) Add(HeaderNames.WWWAuthenticate);
        return response;

        void Add(string header) => response.Headers![header] = new OpenApiHeaderReference(header, document);
    }

    private static bool HasRetryAfter(Problem problem) =>
        problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
        || problem == ProblemCatalogue.StillRunning;
}
