namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/clients</c>, of keys and of tokens.</summary>
internal static class ClientRequests
{
    private const string Clients = "/v1/clients";
    private const string Form = "grant_type=client_credentials&client_id=demo-board";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        const string Vendor =
            """{"name":"Records for schools","permissions":["submit","read-returns"],"agencies":["EXA-SCH-02","EXA-SCH-03"]}""";
        var id = (string)(await recorder.Post(
            "addClient", Clients, Vendor, "vendor", "A supplier's system that acts for two schools")).Json["clientId"]!;
        await recorder.Post("addClient", Clients, """{"name":"Board","permissions":["submit"]}""", "invalid-client");
        await recorder.Post("addClient", Clients, "{");

        var keys = $"{Clients}/{id}/keys";
        var key =
            (await recorder.Post("addKey", keys, """{"expiresOn":"2027-11-22"}""", "first", "The key: it is shown this once only")).Json;
        await recorder.Post("addKey", keys, """{"graceDays":7}""");
        await recorder.Post("addKey", keys, "{}", "too-many-keys");
        await recorder.Post("addKey", keys, """{"graceDays":-1}""");
        await recorder.Post("addKey", $"{Clients}/{Guid.Empty}/keys", "{}", "unknown-client");
        await recorder.Get("listReturns", "/v1/returns", "other-agency", key: (string)key["key"]!);

        await AskToken(recorder, $"{Form}&client_secret=demo-board", "token", "A token for half an hour");
        await AskToken(recorder, $"{Form}&client_secret=nothing", "invalidClient", "A wrong secret");
        await AskToken(
            recorder, $"{Form}&client_secret=demo-board&scope=administer", "invalidScope", "A scope that the client does not have");

        await recorder.Delete("revokeKey", $"{keys}/{key["keyId"]}", "revoked", "The client, one of whose keys has ended");
        await recorder.Delete("revokeKey", $"{keys}/{Guid.Empty}");
        await recorder.Delete("endClient", $"{Clients}/{id}", "ended", "The client, which has ended");
        await recorder.Delete("endClient", $"{Clients}/{Guid.Empty}");
        await recorder.Get("getClient", $"{Clients}/{id}", "ended", "A client that has ended");
        await recorder.Get("getClient", $"{Clients}/{Guid.Empty}");
        await recorder.Get("listClients", Clients, "two", "The first two", shorten: 2);
    }

    private static async Task AskToken(ResponseRecorder recorder, string form, string name, string summary) =>
        await recorder.Post("getToken", "/oauth2/token", form, name, summary, mediaType: "application/x-www-form-urlencoded");
}
