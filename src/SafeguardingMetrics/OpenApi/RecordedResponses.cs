using System.Text.Json.Nodes;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.OpenApi;

/// <summary>An answer of the service, to be shown as an example.</summary>
/// <param name="Operation">The operation that gave it; <see cref="RecordedResponses.OfAProblem"/> for a problem that
/// any may give.</param>
/// <param name="Status">Its status.</param>
/// <param name="Name">Its name among the examples of the operation and status.</param>
/// <param name="Summary">What it shows.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Body">Its body; text where it is not JSON.</param>
internal sealed record RecordedResponse(string Operation, int Status, string Name, string Summary, string MediaType, JsonNode Body);

/// <summary>
/// Responses of the service that the document shows as examples. The test that makes the document records them; the
/// running service has none.
/// </summary>
internal sealed record RecordedResponses(IReadOnlyList<RecordedResponse> All)
{
    /// <summary>Stands for the operation where a problem may come from any.</summary>
    public const string OfAProblem = "problem";

    /// <summary>Stands for the operation of a return that was accepted: any dataset's looks the same.</summary>
    public const string OfAcceptance = "accepted";

    /// <summary>The return's id in the answers; real ones are made anew at each recording.</summary>
    public const string ReturnId = "019ee1c3-7a40-7000-8000-000000000001";

    /// <summary>The key in the answers: nobody's.</summary>
    public static string Key { get; } = SafeguardingMetrics.Identity.ApiKeyFormat.Format(Guid.Parse(ReturnId), new string('0', 64));

    /// <summary>The token in the answers: the head of one.</summary>
    public const string Token = "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9...";

    /// <summary>The traceId in the answers.</summary>
    public const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    /// <summary>
    /// An example of a problem: as it was recorded, or made from the catalogue where no request can bring the problem
    /// about.
    /// </summary>
    public JsonNode FindProblem(Problem problem) =>
        Find(OfAProblem, problem.Status).FirstOrDefault(response => response.Name == problem.Code)?.Body ?? new JsonObject
        {
            ["type"] = problem.Type,
            ["title"] = problem.Title,
            ["status"] = problem.Status,
            ["detail"] = problem.Remedy,
            ["code"] = problem.Code,
            ["traceId"] = TraceId,
        };

    /// <summary>Those of an operation and status.</summary>
    public IEnumerable<RecordedResponse> Find(string operation, int status) =>
        All.Where(answer => answer.Operation == operation && answer.Status == status);
}
