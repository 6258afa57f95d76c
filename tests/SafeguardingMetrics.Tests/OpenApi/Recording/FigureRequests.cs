using SafeguardingMetrics.Datasets.Catalogue;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of figures, charts, and what lies behind a figure.</summary>
internal static class FigureRequests
{
    private const string Visits = "/v1/indicators/visits-on-time";
    private const string November = "from=2026-11-01&to=2026-11-30";
    private const string Many = "/v1/indicator-values";
    private const string Analyst = "demo-analyst";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        foreach (var format in new[] { "json", "csv" })
        {
            await recorder.Get(
                "listValues",
                $"{Visits}/values?from=2026-10-01&to=2026-11-30&format={format}",
                "byMonth",
                "Two months; nothing is known of the first");
            await recorder.Get(
                "listValues", $"{Visits}/values?{November}&by=locality&format={format}", "byLocality", "A month by locality");
            await recorder.Get(
                "listValues", $"/v1/indicators/unallocated-cases/values?{November}&by=locality,ethnicity&format={format}", "crossed",
                "A month by locality and ethnicity");
            await recorder.Get(
                "listIndicatorValues", $"{Many}?codes=visits-on-time,visit-lateness&{November}&format={format}", "twoIndicators",
                "A percentage, and a length of time with its 90th centile");
            await recorder.Get(
                "getChart", $"{Visits}/chart?from=2026-10-26&to=2026-11-29&interval=week&format={format}", "byWeek",
                "Five weeks: one has a figure, and the last is not over");
            await recorder.Get(
                "listCases", $"{Visits}/cases?{November}&by=locality&member=East&format={format}", "ofAMember",
                "The visits of one locality", Analyst);
        }

        await recorder.Get("listIndicatorValues", $"{Many}?codes=visits-on-time&from=2026-10-01&to=2026-11-30&updatedSince=2026-11-22");
        await recorder.Get("listIndicatorValues", $"{Many}?codes=visits-on-time&{November}&format=parquet");
        await recorder.Get(
            "getPowerQuery",
            $"{Many}/powerquery?codes=visits-on-time,visit-lateness&by=locality",
            "byLocality",
            "Two indicators by locality");
        await recorder.Get("getPowerQuery", $"{Many}/powerquery?codes=nothing");
        await recorder.Get("getPowerQuery", $"{Many}/powerquery?interval=fortnight");
        await recorder.Get(
            "getLineage", $"{Visits}/lineage?{November}", "visitsOnTime", "The returns that a month's figure was made from", Analyst);
        foreach (var indicator in IndicatorCatalogue.All)
        {
            await recorder.Get("listValues", $"/v1/indicators/{indicator.Code}/values?{November}&interval=week");
            await recorder.Get("listCases", $"/v1/indicators/{indicator.Code}/cases?{November}&limit=1", key: Analyst);
        }
    }
}
