using System.Net;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http.Conditional;

/// <summary>Reads with the headers of conditional requests.</summary>
internal static class ConditionalRequestExtensions
{
    /// <summary>
    /// Every kind of reader: of protected figures, of full ones, an agency of its own quality, an administrator.
    /// </summary>
    public static readonly string[] Keys = ["demo-board", "demo-analyst", "demo-social-care", "demo-admin"];

    /// <summary>Reads of everything that answers conditionally.</summary>
    public static readonly string[] Addresses =
    [
        "/v1/indicators/visits-on-time/values?from=2026-09-01&by=locality",
        "/v1/indicators/visits-on-time/values?by=agency&interval=quarter",
        "/v1/indicators/visit-lateness/values?format=csv",
        "/v1/indicators/visits-on-time/values?knownAt=2026-11-22T12:00:00Z",
        "/v1/indicators/vacancy-rate/values?by=sector",
        "/v1/indicators/visits-on-time/chart?interval=month",
        "/v1/indicators/visits-on-time/comparison",
        "/v1/indicator-values?codes=visits-on-time,vacancy-rate&from=2026-11-01", "/v1/indicators", "/v1/indicators/visits-on-time",
        "/v1/data-quality", "/v1/data-quality?by=rule&format=csv", "/v1/data-quality/scores", "/v1/datasets", "/v1/datasets/open-cases",
        "/v1/datasets/open-cases/rules",
    ];

    /// <summary>Reads, with headers of its own.</summary>
    public static async Task<ApiResponse> Read(
        this TestService service, string address, string key, params (string Name, string Value)[] headers)
    {
        using var client = service.CreateClientFor(key);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return await ApiResponse.Create(response);
    }

    /// <summary>Reads, and gives the tag.</summary>
    public static async Task<string> GetETag(this TestService service, string address, string key = "demo-analyst")
    {
        var answer = await service.Read(address, key);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer.Headers["ETag"];
    }
}
