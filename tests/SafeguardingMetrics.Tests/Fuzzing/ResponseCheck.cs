using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Tests.OpenApi;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>Whether an answer is one that the document promises.</summary>
internal sealed partial class ResponseCheck(SchemaValidator check)
{
    private const string Problem = "application/problem+json";
    private static readonly Dictionary<string, Problem> Known = ProblemCatalogue.All.ToDictionary(problem => problem.Code);

    /// <summary>What is wrong with an answer; null where nothing is.</summary>
    public string? FindFault(FuzzedRequest request, RawHttpResponse answer)
    {
        if (answer.Status >= 500 && !IsLimit(answer)) return $"{answer.Status} {Beginning(answer)}";
        if (Internals().Match(answer.Text) is { Success: true } told && answer.Status >= 400)
            return $"{answer.Status} tells of its inside: {told.Value}";
        if (request.Method is "HEAD") return null;
        // The web server's own refusal of what is not HTTP.
        if (request.MayBreakHttp && answer.Status is 400 or 411 or 414 or 417 or 431 && answer.Body.Length == 0) return null;
        if (answer.Status >= 400 && NotAProblem(answer) is { } fault && !IsHealth(request) && !IsOfOAuth(request, answer)) return fault;
        return request.IsElsewhere ? null : Undocumented(request.Operation, answer);
    }

    private string? Undocumented(Operation operation, RawHttpResponse answer)
    {
        var of = operation.Answers.Where(pair => pair.Key.Status == answer.Status).ToList();
        if (of is []) return $"{answer.Status} is not documented. {Beginning(answer)}";
        var schema = of.FirstOrDefault(pair => pair.Key.MediaType == answer.MediaType);
        if (schema.Key.MediaType is null) return $"{answer.Status} {answer.MediaType} is not documented. {Beginning(answer)}";
        if (!answer.MediaType.EndsWith("json", StringComparison.Ordinal) || schema.Value is null)
            return answer.Body.Length == 0 && schema.Value is not null ? $"{answer.Status} without a body" : null;
        try
        {
            // Of NDJSON the schema is a line's, and none is no line.
            var values = answer.MediaType == "application/x-ndjson"
                ? answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line))
                : [JsonNode.Parse(answer.Body)];
            return values.SelectMany(value => check.Faults(schema.Value, value)).FirstOrDefault() is { } first
                ? $"{answer.Status} breaks its schema: {Cut(first)}"
                : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return $"{answer.Status} is not JSON: {fault.Message} {Beginning(answer)}";
        }
    }

    private static string? NotAProblem(RawHttpResponse answer)
    {
        if (answer.MediaType != Problem) return $"{answer.Status} is \"{answer.MediaType}\" and not {Problem}. {Beginning(answer)}";
        var problem = JsonNode.Parse(answer.Body)!;
        return Known.TryGetValue((string?)problem["code"] ?? "", out var known)
            && (known.Status, known.Type, known.Status) == ((int?)problem["status"], (string?)problem["type"], answer.Status)
            ? null : $"{answer.Status} is not in the catalogue. {Beginning(answer)}";
    }

    // Asked to come later because of a limit; a database beside it that does not answer would be a fault.
    private static bool IsLimit(RawHttpResponse answer) =>
        answer.Status == 503
        && answer.Headers.ContainsKey("Retry-After")
        && !answer.Text.Contains(ProblemCatalogue.DatabaseUnavailable.Code, StringComparison.Ordinal);

    private static bool IsHealth(FuzzedRequest request) => request.Operation.Path.StartsWith("/health/", StringComparison.Ordinal);

    // RFC 6749 says in which form a token is refused.
    private static bool IsOfOAuth(FuzzedRequest request, RawHttpResponse answer) =>
        request.Operation.Path == "/oauth2/token" && answer.Status is 400 or 401;

    private static string Beginning(RawHttpResponse answer) => Cut(answer.Text);

    private static string Cut(string text) => text.Length <= 300 ? text : text[..300];

    [GeneratedRegex(@"\b[A-Z]\w+Exception\b|^\s+at \w|Microsoft\.\w+|System\.\w+\.|SQLite Error|sqlite_|\.cs:line", RegexOptions.Multiline)]
    private static partial Regex Internals();
}
