using System.Net;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

/// <summary>HEAD is GET without the body, at every address.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class HeadRequestTests
{
    // Differ from request to request, or describe how the body was sent.
    private static readonly string[] NotCompared = ["RateLimit", "X-Correlation-ID", "Transfer-Encoding", "Content-Length", "Date"];

    [Test]
    public async Task Every_address_answers_HEAD_with_the_status_and_headers_of_GET_and_no_body()
    {
        await using var service = new TestService();
        using var client = service.CreateClient(new() { AllowAutoRedirect = false });
        var addresses = (await OpenApiRoutes.List(client)).Where(route => route.Method == HttpMethod.Get).Select(route => route.Address)
            .Concat([
                "/", "/sign-in", "/nothing", "/v1/nothing", "/swagger/v1/swagger.json", "/swagger", "/swagger/index.html", "/health/live",
                "/health/ready", "/v1/indicators?unknown=1",
            ]).ToList();
        Assert.That(addresses, Has.Count.GreaterThan(30));

        var statuses = new HashSet<HttpStatusCode>();
        foreach (var address in addresses)
        {
            foreach (var key in new[] { null, "demo-admin", "demo-social-care" })
            {
                var (expected, headers, _) = await Ask(client, HttpMethod.Get, address, key);
                var (status, found, body) = await Ask(client, HttpMethod.Head, address, key);
                Assert.That((status, body), Is.EqualTo((expected, 0)), $"{address} as {key}");
                Assert.That(found, Is.EquivalentTo(headers), $"{address} as {key}");
                statuses.Add(status);
            }
        }

        Assert.That(statuses, Is.SupersetOf(new[]
        {
            HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden,
            HttpStatusCode.NotFound,
        }));
    }

    [Test]
    public async Task HEAD_is_refused_where_GET_is()
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor("demo-social-care");
        Assert.That((await Ask(client, HttpMethod.Head, "/v1/erasures", null)).Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    [Test]
    public async Task HEAD_of_figures_that_have_not_changed_is_304()
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor("demo-board");
        const string Address = "/v1/indicators/visits-on-time/values";
        using var head = new HttpRequestMessage(HttpMethod.Head, Address);
        using var first = await client.SendAsync(head);
        using var again = new HttpRequestMessage(HttpMethod.Head, Address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);
        Assert.That((first.StatusCode, second.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotModified)));
        Assert.That(await client.GetStringAsync(Address), Does.StartWith("["), "the answer kept of HEAD is the answer to GET");
    }

    private static async Task<(HttpStatusCode Status, IEnumerable<string> Headers, int Body)> Ask(
        HttpClient client, HttpMethod method, string address, string? key)
    {
        using var request = new HttpRequestMessage(method, address);
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        using var response = await client.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => !NotCompared.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").ToList();
        return (response.StatusCode, headers, (await response.Content.ReadAsByteArrayAsync()).Length);
    }
}
