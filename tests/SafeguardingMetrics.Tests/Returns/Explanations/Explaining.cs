using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Explanations;

/// <summary>Says of queries that they are right, and reads what returns show of it.</summary>
internal static class Explaining
{
    public const string Sender = "demo-social-care";

    /// <summary>An explanation of the query SV06 of the visit V-1.</summary>
    public static JsonObject Create(params (string Name, string? Value)[] others)
    {
        var said = new JsonObject
        {
            ["dataset"] = "statutory-visits",
            ["rule"] = "SV06",
            ["key"] = "V-1",
            ["reason"] = "confirmed-with-source",
            ["until"] = "2027-03-31",
        };
        foreach (var (name, value) in others) said[name] = value;
        return said;
    }

    /// <summary>Posts an explanation.</summary>
    public static async Task<ApiResponse> Explain(this TestService service, JsonObject said, string key = Sender)
    {
        using var client = service.CreateClientFor(key);
        using var body = new StringContent(said.ToJsonString(), null, "application/json");
        using var response = await client.PostAsync("/v1/explanations", body);
        return await ApiResponse.Create(response);
    }

    /// <summary>Posts an explanation that is taken, and gives its id.</summary>
    public static async Task<string> ExplainedId(this TestService service, JsonObject said, string key = Sender)
    {
        var answer = await service.Explain(said, key);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        return (string)answer.Json["explanationId"]!;
    }

    /// <summary>Visits that are two months late, each with the query SV06 and no other.</summary>
    public static JsonArray LateVisits(params string[] ids) =>
        [.. ids.Select(id => VisitRecords.CreateMade(id, "2026-09-01", visitedOn: "2026-11-02"))];

    /// <summary>Posts late visits of September.</summary>
    public static async Task<ApiResponse> Send(this TestService service, JsonArray visits)
    {
        var answer = await service.Post("statutory-visits", "2026-09", visits);
        Assert.That(answer.Status, Is.AnyOf(HttpStatusCode.Created, HttpStatusCode.OK), answer.Text);
        return answer;
    }

    /// <summary>Each finding of a receipt or a page of findings, as "key rule reason".</summary>
    public static IReadOnlyList<string> ListExplained(JsonNode findings) =>
        [.. findings.AsArray().Select(finding => $"{finding!["key"]} {finding["rule"]} {finding["explained"]}".Trim())];

    /// <summary>How many records are queried and explained in a receipt.</summary>
    public static (int Queried, int Explained) Counts(this ApiResponse receipt) =>
        ((int)receipt.Json["records"]!["queried"]!, (int)receipt.Json["records"]!["explained"]!);
}
