using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/explanations</c>.</summary>
internal static class ExplanationRequests
{
    private const string Sender = "demo-social-care";
    private const string Explanations = "/v1/explanations";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        var late = new JsonArray(VisitRecords.CreateMade("V-2", "2026-08-03", visitedOn: "2026-09-21")).ToJsonString();
        await recorder.Post("submitReturn", "/v1/returns/statutory-visits?period=2026-08", late, key: Sender);
        var said = await Explain(recorder, Create(), "explained", "The query is explained");
        await Explain(recorder, Create(), "repeated", "The same again: nothing changes");
        await Explain(recorder, Create("until", "2028-01-01"), "invalid-explanation", "");
        await Explain(recorder, Create("rule", "SV02"), "not-explainable", "");
        await Explain(recorder, Create("key", "V-9"), "unknown-query", "");
        await Explain(recorder, "{");
        await recorder.Post("explainQuery", Explanations, "", mediaType: "text/plain", key: Sender);

        var address = $"{Explanations}/{said}";
        await recorder.Get("listExplanations", $"{Explanations}?dataset=statutory-visits", "list", "The explained queries of a dataset");
        await recorder.Get("listExplanations", $"{Explanations}?history=perhaps");
        await recorder.Get("getExplanation", address, "explanation", "Why a late visit is right");
        await recorder.Get("getExplanation", $"{Explanations}/{Guid.Empty}", "unknown-explanation");
        await recorder.Delete("endExplanation", address, "ended", "The explanation, with the time at which it ended", Sender);
        await recorder.Delete("endExplanation", address, "explanation-ended", key: Sender);
        await recorder.Delete("endExplanation", $"{Explanations}/{Guid.Empty}", key: Sender);
    }

    private static string Create(string? other = null, string? value = null)
    {
        var said = new JsonObject
        {
            ["dataset"] = "statutory-visits",
            ["rule"] = "SV06",
            ["key"] = "V-2",
            ["reason"] = "confirmed-with-source",
            ["note"] = "The family was abroad; seen on return.",
            ["until"] = "2027-03-31",
        };
        if (other is not null) said[other] = value;
        return said.ToJsonString();
    }

    private static async Task<string?> Explain(ResponseRecorder recorder, string body, string? name = null, string summary = "") =>
        (string?)(await recorder.Post("explainQuery", Explanations, body, name, summary, Sender)).Json["explanationId"];
}
