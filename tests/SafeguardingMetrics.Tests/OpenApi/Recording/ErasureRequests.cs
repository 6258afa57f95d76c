namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/audit</c> and <c>/v1/erasures</c>.</summary>
internal static class ErasureRequests
{
    private const string Erasures = "/v1/erasures";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        await recorder.Get("listAudit", "/v1/audit?act=load-populations&limit=1", "oneAct", "Populations were loaded");
        foreach (var format in new[] { "csv", "ndjson" })
            await recorder.Get("listAudit", $"/v1/audit?act=load-populations&format={format}", "oneLine", "Populations were loaded");
        await recorder.Get("listAudit", "/v1/audit?act=dance");
        await recorder.Post(
            "eraseChild", Erasures, """{"agency":"EXA-CSC","childId":"C-1042"}""", "erased", "One child's records of one agency");
        await recorder.Post("eraseChild", Erasures, """{"childId":"C-1042"}""", "invalid-erasure");
        await recorder.Post("eraseChild", Erasures, "{");
        await recorder.Post("eraseChild", Erasures, "", mediaType: "text/plain");
    }
}
