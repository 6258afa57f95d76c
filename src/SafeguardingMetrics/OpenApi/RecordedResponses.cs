using System.Text.Json;
using System.Text.Json.Nodes;

namespace SafeguardingMetrics.OpenApi;

/// <summary>An answer of the service, to be shown as an example.</summary>
/// <param name="Operation">The operation that gave it; <see cref="RecordedResponses.OfAProblem"/> for a problem that any may give.</param>
/// <param name="Status">Its status.</param>
/// <param name="Name">Its name among the examples of the operation and status.</param>
/// <param name="Summary">What it shows.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Body">Its body; text where it is not JSON.</param>
internal sealed record RecordedResponse(string Operation, int Status, string Name, string Summary, string MediaType, JsonNode Body);

/// <summary>
/// What the service really answered: written to <c>answers.json</c> by a test, which repeats the requests and fails where an answer differs.
/// No example is made up.
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

    /// <summary>Those that were recorded when this version was made.</summary>
    public static RecordedResponses Embedded => Read(OpenApiDocument.Embedded("answers.json"));

    /// <summary>Reads answers.</summary>
    public static RecordedResponses Read(string json) => new(JsonSerializer.Deserialize<IReadOnlyList<RecordedResponse>>(json, JsonSerializerOptions.Web)!);

    /// <summary>Those of an operation and status.</summary>
    public IEnumerable<RecordedResponse> Find(string operation, int status) => All.Where(answer => answer.Operation == operation && answer.Status == status);
}
