using System.Text.Json;

namespace SafeguardingMetrics.Simulator.Playing;

internal enum Verdict
{
    Accepted,
    AcceptedWithFindings,
    Rejected,

    /// <summary>Not taken as a return at all: wrong key, wrong period, a fault of the service.</summary>
    Refused,
}

/// <summary>What the service answered to one return.</summary>
internal sealed record Answer
{
    public required Verdict Verdict { get; init; }
    public Records Records { get; init; }

    /// <summary>Why, where it was refused.</summary>
    public string? Problem { get; init; }

    /// <summary>201 is stored, 200 was there already, 422 is rejected: each with a receipt. Anything else is refused.</summary>
    public static Answer Read(int status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && status is 200 or 201 or 422 && root.TryGetProperty("records", out var records))
                return new() { Verdict = status == 422 ? Verdict.Rejected : Stored(root), Records = Records.Read(records) };
            return Refused($"{status} {Text(root, "title")} {Text(root, "detail")}".TrimEnd());
        }
        catch (JsonException)
        {
            return Refused($"{status}, and the answer is not JSON");
        }
    }

    public static Answer Refused(string problem) => new() { Verdict = Verdict.Refused, Problem = problem };

    private static Verdict Stored(JsonElement receipt) => Text(receipt, "status") switch
    {
        "accepted-with-findings" => Verdict.AcceptedWithFindings,
        "rejected" => Verdict.Rejected,
        _ => Verdict.Accepted,
    };

    private static string Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) ? value.ToString() : "";
}
