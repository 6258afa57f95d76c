using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Identity;

/// <summary>
/// Clients and keys, made as an administrator makes them, and requests that carry a credential in each of its ways.
/// </summary>
internal static class Callers
{
    /// <summary>Adds a client, and gives its id.</summary>
    public static async Task<string> AddClient(this TestService service, IEnumerable<string> permissions, params string[] agencies)
    {
        var answer = await service.PostJson("/v1/clients", new JsonObject
        {
            ["name"] = "A client",
            ["permissions"] = new JsonArray([.. permissions.Select(one => (JsonNode)one)]),
            ["agencies"] = new JsonArray([.. agencies.Select(one => (JsonNode)one)]),
        }.ToJsonString());
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        return (string)answer.Json["clientId"]!;
    }

    /// <summary>Makes a key, and gives its id and itself.</summary>
    public static async Task<(string Id, string Key)> AddKey(this TestService service, string client, string setting = "{}")
    {
        var answer = await service.PostJson($"/v1/clients/{client}/keys", setting);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        return ((string)answer.Json["keyId"]!, (string)answer.Json["key"]!);
    }

    /// <summary>Posts JSON as the demonstration administrator, or with another key.</summary>
    public static async Task<ApiResponse> PostJson(this TestService service, string address, string json, string key = "demo-admin")
    {
        using var client = service.CreateClientFor(key);
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(address, body);
        return await ApiResponse.Create(response);
    }

    /// <summary>Sends a request with headers of its own.</summary>
    public static async Task<ApiResponse> Send(
        this TestService service,
        HttpMethod method,
        string address,
        HttpContent? body = null,
        params (string Name, string Value)[] headers)
    {
        using var client = service.CreateClientFor(null);
        using var request = new HttpRequestMessage(method, address) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return await ApiResponse.Create(response);
    }

    /// <summary>Asks for a token.</summary>
    public static Task<ApiResponse> AskToken(this TestService service, string id, string secret, string? scope = null)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret };
        if (scope is not null) form["scope"] = scope;
        return service.Send(HttpMethod.Post, "/oauth2/token", new FormUrlEncodedContent(form));
    }

    /// <summary>The value of Authorization for HTTP Basic.</summary>
    public static string Basic(string name, string secret) =>
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}"))).ToString();
}
