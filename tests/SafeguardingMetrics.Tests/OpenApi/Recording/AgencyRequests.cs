namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/agencies</c>.</summary>
internal static class AgencyRequests
{
    private const string School = "/v1/agencies/EXA-SCH-09";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        await recorder.Put("setAgency", School, """{"name":"Exampleshire School 9","sector":"school"}""", "added", "A new agency");
        await recorder.Put("setAgency", School, """{"name":"Exampleshire Academy","sector":"school"}""", "renamed", "A new name");
        await recorder.Put("setAgency", School, """{"name":"","sector":"school"}""", "invalid-agency");
        foreach (var format in new[] { "json", "csv" })
            await recorder.Get("listAgencies", $"/v1/agencies?format={format}", "two", "The first two", shorten: 2);
        await recorder.Get("listAgencies", "/v1/agencies?format=xml");
    }
}
