namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/data-quality</c>.</summary>
internal static class DataQualityRequests
{
    private const string DataQuality = "/v1/data-quality";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        foreach (var format in new[] { "json", "csv" })
        {
            await recorder.Get(
                "listDataQuality", $"{DataQuality}?from=2026-11-01&to=2026-11-30&by=agency&format={format}", "byAgency",
                "By agency: the first", shorten: 1);
            await recorder.Get(
                "listDataQuality", $"{DataQuality}?from=2026-11-01&to=2026-11-30&by=rule&format={format}", "byRule", "By rule: the first",
                shorten: 1);
        }

        await recorder.Get("listDataQuality", $"{DataQuality}?by=month");
        await recorder.Get("listDataQuality", $"{DataQuality}?by=dataset");
    }
}
