using System.Text.Json;

namespace SafeguardingMetrics.Simulator.Running;

internal enum SubmissionVerdict
{
    Accepted,
    AcceptedWithFindings,
    Rejected,

    /// <summary>No receipt: wrong key, invalid period, an error of the service.</summary>
    Refused,
}

/// <summary>The service's response to one return.</summary>
internal sealed record SubmissionResult
{
    public required SubmissionVerdict Verdict { get; init; }
    public RecordTotals Records { get; init; }

    /// <summary>The reason of a refusal; otherwise null.</summary>
    public string? Problem { get; init; }

    /// <summary>
    /// 201: stored; 200: stored before; 422: rejected; each with a receipt. Any other status is a refusal.
    /// </summary>
    public static SubmissionResult Read(int status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && status is 200 or 201 or 422 && root.TryGetProperty("records", out var records))
                return new() { Verdict = status == 422 ? SubmissionVerdict.Rejected : Stored(root), Records = RecordTotals.Read(records) };
            return Refused($"{status} {Text(root, "title")} {Text(root, "detail")}".TrimEnd());
        }
        catch (JsonException)
        {
            return Refused($"{status}, and the answer is not JSON");
        }
    }

    public static SubmissionResult Refused(string problem) => new() { Verdict = SubmissionVerdict.Refused, Problem = problem };

    private static SubmissionVerdict Stored(JsonElement receipt) => Text(receipt, "status") switch
    {
        "accepted-with-findings" => SubmissionVerdict.AcceptedWithFindings,
        "rejected" => SubmissionVerdict.Rejected,
        _ => SubmissionVerdict.Accepted,
    };

    private static string Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) ? value.ToString() : "";
}
