using System.Net;
using System.Net.Http.Headers;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Limits;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests that are refused: at least one for each problem that a request can bring about.</summary>
internal static class RefusedRequests
{
    private const string Visits = SubmissionRequests.Address;

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        await SendReads(recorder);
        await SendReturns(recorder);
        foreach (var (operation, address) in new[]
        {
            ("listReturns", "/v1/returns?limit=0"), ("listFindings", $"/v1/returns/{Guid.Empty}/findings?cursor=!"),
            ("listIndicatorValues", "/v1/indicator-values?by=colour"), ("listCases", "/v1/indicators/visits-on-time/cases?member=East"),
            ("listDataQuality", "/v1/data-quality?by=colour"), ("listFindings", $"/v1/returns/{Guid.Empty}/findings"),
            ("listRules", "/v1/datasets/nothing/rules"),
            ("getTemplate", "/v1/datasets/nothing/template.csv"),
            ("getRecordSchema", "/v1/datasets/nothing/schema"),
            ("listValues", "/v1/indicators/nothing/values"), ("listCases", "/v1/indicators/nothing/cases"),
            ("getLineage", "/v1/indicators/visits-on-time/lineage?member=East"), ("getLineage", "/v1/indicators/nothing/lineage"),
            ("getChart", "/v1/indicators/nothing/chart"), ("getChart", "/v1/indicators/visits-on-time/chart?baseline=3"),
            ("listIndicatorValues", "/v1/indicator-values?codes=nothing"),
        })
            await recorder.Get(operation, address);
    }

    private static async Task SendReads(ResponseRecorder recorder)
    {
        await recorder.Get("listReturns", "/v1/returns", "unauthenticated", key: null);
        await recorder.Get("listReturns", "/v1/returns", "not-permitted", key: "demo-board");
        await recorder.Get("listValues", "/v1/indicators/visits-on-time/values?interval=week", "full-figures-only", key: "demo-board");
        await recorder.Get("getDataset", "/v1/datasets/nothing", "unknown-dataset");
        await recorder.Get("getIndicator", "/v1/indicators/nothing", "unknown-indicator");
        await recorder.Get("getReturn", $"/v1/returns/{Guid.Empty}", "unknown-return");
        await recorder.Get("explainProblem", "/problems/nothing", "not-found", key: null);
        await recorder.Get("listValues", "/v1/indicators/visits-on-time/values?interval=fortnight", "invalid-parameter");
        await recorder.Get("listIndicatorValues", "/v1/indicator-values?interval=day&from=2026-01-01&to=2035-12-31", "too-many-figures");
    }

    private static async Task SendReturns(ResponseRecorder recorder)
    {
        await Submit(recorder, "other-sector", Visits, "[]", key: "demo-police");
        await Submit(recorder, "unknown-dataset", "/v1/returns/nothing?period=2026-11", "[]");
        await Submit(recorder, "invalid-period", "/v1/returns/statutory-visits?period=November", "[]");
        await Submit(recorder, "unreadable-body", Visits, "[\n  { \"visitId\": \"V-1\", }\n]");
        await Submit(recorder, "damaged-body", Visits, "[]", encoding: "gzip");
        await Submit(recorder, "unsupported-media-type", Visits, "<visits/>", mediaType: "application/xml");
        await Submit(recorder, "period-ahead", "/v1/returns/statutory-visits?period=2027-01", "[]");
        using (var body = new TooLargeContent()) await recorder.Post("submitReturn", Visits, body, "too-large", "", "demo-social-care");
        await recorder.Post("checkReturn", "/v1/returns/statutory-visits/check?period=2027-01", "[]", key: "demo-social-care");
        await recorder.Post("checkReturn", "/v1/returns/statutory-visits/check?period=2026-11", "{", key: "demo-social-care");
        await recorder.Post("checkReturn", "/v1/returns/nothing/check?period=2026-11", "[]", key: "demo-social-care");
    }

    private static async Task Submit(
        ResponseRecorder recorder, string code, string address, string body, string key = "demo-social-care",
        string mediaType = MediaTypes.Json,
        string? encoding = null) =>
        await recorder.Post("submitReturn", address, body, code, "", key, mediaType, encoding);

    /// <summary>A body whose Content-Length is over the limit.</summary>
    private sealed class TooLargeContent : HttpContent
    {
        public TooLargeContent() => Headers.ContentType = new MediaTypeHeaderValue(MediaTypes.Json);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = ReturnLimits.MaxCompressedBytes + 1;
            return true;
        }
    }
}
