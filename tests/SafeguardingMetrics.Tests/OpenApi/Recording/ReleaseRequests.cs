using SafeguardingMetrics.Tests.Returns;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of releases, and of figures as they were released.</summary>
internal static class ReleaseRequests
{
    private const string Releases = "/v1/releases";
    private const string Visits = """{"interval":"month","day":"2026-10-01","indicators":["visits-on-time"]}""";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        await recorder.Post(
            "submitReturn", "/v1/returns/statutory-visits?period=2026-10",
            VisitRecords.CreateMany("2026-10-05", 41, 6, "R").ToJsonString(), key: "demo-social-care");
        await recorder.Post("bringReleaseForward", Releases, Visits, "visits", "The month of one indicator, released before its day");
        await recorder.Post(
            "bringReleaseForward", Releases, Visits.Replace("10-01", "11-01", StringComparison.Ordinal), "nothing-to-release");
        await recorder.Post(
            "bringReleaseForward", Releases, Visits.Replace("visits-on-time", "visits", StringComparison.Ordinal), "unknown-indicator");
        await recorder.Post("bringReleaseForward", Releases, Visits.Replace("month", "week", StringComparison.Ordinal));
        await recorder.Post("bringReleaseForward", Releases, "{");
        await recorder.Post("bringReleaseForward", Releases, "", mediaType: "text/plain");
        foreach (var format in new[] { "json", "csv" })
        {
            await recorder.Get("listReleases", $"{Releases}?format={format}", "all", "When what was released");
            await recorder.Get(
                "listValues", $"/v1/indicators/visits-on-time/values?from=2026-10-01&to=2026-11-30&format={format}", "released",
                "As a protected key reads it: groups of five, and a month that is not released yet", "demo-board");
        }

        await recorder.Get("listReleases", $"{Releases}?knownAt=then");
    }
}
