using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests that read returns.</summary>
internal static class ReturnRequests
{
    private const string Sender = "demo-social-care";

    /// <summary>The id of the return that counts, of the dataset whose responses the document shows.</summary>
    public static string FindCurrent(ResponseRecorder recorder) =>
        GetId(recorder.Steps.Single(step => step is { Operation: "submitReturn", Name: "repeated" }));

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        var withFindings = GetId(recorder.Steps.Single(step => step is { Operation: "submitReturn", Name: "withFindings" }));
        var current = FindCurrent(recorder);
        await recorder.Get(
            "listReturns", "/v1/returns?dataset=statutory-visits&from=2026-11-01&to=2026-11-30", "statutoryVisits",
            "One that counts, two that it superseded, one that was rejected", Sender);
        await recorder.Get("listReturns", "/v1/returns?limit=1", key: "demo-analyst");
        await recorder.Get("getReturn", $"/v1/returns/{current}", "receipt", "The receipt, with the return's present status", Sender);
        foreach (var format in new[] { "json", "csv" })
            await recorder.Get("listFindings", $"/v1/returns/{withFindings}/findings?format={format}", "findings", "Every finding", Sender);
    }

    private static string GetId(RecordedStep step) => (string)JsonNode.Parse(step.Text)!["returnId"]!;
}
