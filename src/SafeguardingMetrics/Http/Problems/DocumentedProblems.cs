namespace SafeguardingMetrics.Http.Problems;

/// <summary>
/// Endpoint metadata: the problems that an endpoint answers with. The OpenAPI document takes each operation's 4xx and
/// 5xx responses from it. The problems of every request (too many requests, a failure, no database) and those of
/// authorization need no such metadata.
/// </summary>
/// <param name="Problems">The problems.</param>
public sealed record DocumentedProblems(IReadOnlyList<Problem> Problems);

/// <summary>Declares the problems of endpoints.</summary>
public static class DocumentedProblemsExtensions
{
    /// <summary>Declares problems that the endpoint, or each endpoint of the group, answers with.</summary>
    public static TBuilder Problems<TBuilder>(this TBuilder endpoint, params IEnumerable<Problem> problems)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new DocumentedProblems([.. problems]));
}
