using System.Net;
using System.Text;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.OpenApi;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>
/// Returns that are accepted with <c>Prefer: respond-async</c>, and returns with an <c>Idempotency-Key</c>.
/// </summary>
internal static class AsyncSubmissionRequests
{
    private const string Sender = "demo-social-care";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        recorder.Clock.Advance(TimeSpan.FromMinutes(1));
        var good = ExampleReturn.Accepted(DatasetCatalogue.Find(SubmissionRequests.Shown)!).Serialize(MediaTypes.Json);
        await Submit(recorder, good, "accepted", "Accepted, and not yet processed", ("Prefer", "respond-async"));
        await AskUntilProcessed(recorder, "stored", "The return is stored: its receipt");
        await Submit(recorder, """[{"visitId":"V-1"}]""", null, "", ("Prefer", "respond-async"));
        await AskUntilProcessed(recorder, "return-rejected", "");
        await recorder.Get("getSubmission", $"/v1/submissions/{Guid.Empty}", "unknown-submission", key: Sender);

        await Submit(recorder, "[]", "invalid-idempotency-key", "", (Key, "\"unended"));
        await Submit(recorder, "[]", null, "", (Key, "\"monday\""));
        await Submit(recorder, "[ ]", "idempotency-key-reused", "", (Key, "\"monday\""));
        await Submit(recorder, $"[{{\"visitId\":{new string('[', 40)}", "too-deep", "");
        await Submit(recorder, $"[{{{string.Join(',', Enumerable.Range(0, 1001).Select(i => $"\"f{i}\":1"))}}}]", "too-many-fields", "");
    }

    private const string Key = "Idempotency-Key";

    private static Task<ApiResponse> Submit(
        ResponseRecorder recorder, string json, string? name, string summary, params (string Name, string Value)[] headers) =>
        recorder.Post(
            "submitReturn", SubmissionRequests.Address, new StringContent(json, Encoding.UTF8, MediaTypes.Json), name, summary, Sender,
            headers);

    private static async Task AskUntilProcessed(ResponseRecorder recorder, string name, string summary)
    {
        var id = (string)System.Text.Json.Nodes.JsonNode.Parse(recorder.Steps[^1].Text)!["submissionId"]!;
        using var client = recorder.CreateClientFor(Sender);
        HttpResponseMessage response;
        for (; ; await Task.Delay(50))
        {
            response = await client.GetAsync($"/v1/submissions/{id}");
            if (response.StatusCode != HttpStatusCode.Accepted) break;
            response.Dispose();
        }

        using (response) await recorder.Record("getSubmission", response, name, summary);
    }
}
