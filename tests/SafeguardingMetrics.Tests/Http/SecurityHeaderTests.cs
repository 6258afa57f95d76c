using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class SecurityHeaderTests
{
    [TestCase("Development")]
    [TestCase("Production")]
    public async Task Every_answer_of_every_route_bears_them(string environment)
    {
        await using var service = new TestService(environment)
        {
            // Its document says which routes there are.
            Setting = [("OpenApi:Enabled", "true")],
            Replace = services => services.AddSingleton<Engine>(provider => new ThrowingEngine(
                StorageSetup.CreateEngine(provider.GetRequiredService<IConfiguration>().GetConnectionString("SafeguardingMetrics")!))),
        };
        using var client = service.CreateClient(new() { AllowAutoRedirect = false });
        var routes = await OpenApiRoutes.List(client);
        Assert.That(routes, Has.Count.GreaterThan(40));
        var statuses = new HashSet<HttpStatusCode>();

        foreach (var failing in new[] { false, true })
        {
            ((ThrowingEngine)service.Services.GetRequiredService<Engine>()).FailsAlways = failing;
            foreach (var (method, address) in routes
                .Select(route => (route.Method, route.Address))
                .Concat(
                    new[]
                    {
                        "/",
                        "/nothing",
                        "/v1/returns/a/b/c",
                        "/swagger/v1/swagger.json",
                    }.Select(address => (HttpMethod.Get, address))))
                foreach (var key in new[] { null, "demo-admin", "demo-social-care" })
                {
                    using var request = OpenApiRoutes.Request(method, address, key);
                    using var response = await client.SendAsync(request);
                    statuses.Add(response.StatusCode);
                    var policy = address.StartsWith("/swagger", StringComparison.Ordinal) ? SecurityHeaders.OfThePage
                        : address == "/" && response.Content.Headers.ContentType?.MediaType == "text/html"
                            ? SecurityHeaders.OfPages
                            : SecurityHeaders.OfData;
                    var headers = (await ApiResponse.Create(response)).Headers;
                    var what = $"{method} {address} {key} {response.StatusCode}";
                    Assert.That(headers.GetValueOrDefault("X-Content-Type-Options"), Is.EqualTo("nosniff"), what);
                    Assert.That(headers.GetValueOrDefault("Content-Security-Policy"), Is.EqualTo(policy), what);
                    Assert.That(headers.GetValueOrDefault("Referrer-Policy"), Is.EqualTo("no-referrer"), what);
                    Assert.That(headers.GetValueOrDefault("Cross-Origin-Resource-Policy"), Is.EqualTo("same-origin"), what);
                    Assert.That(headers.GetValueOrDefault("Cache-Control"), Is.Not.Null.And.Not.Contains("public"), what);
                    if (address.StartsWith("/v1/", StringComparison.Ordinal))
                        Assert.That(headers["Cache-Control"], Does.Contain("no-store").Or.Contain("private"), what);
                    Assert.That(
                        headers.Keys,
                        Has.None.EqualTo("Server").And.None.EqualTo("X-Powered-By").And.None.EqualTo("Strict-Transport-Security"),
                        what);
                }
        }

        Assert.That(
            statuses,
            Is.SupersetOf(new[]
            {
                HttpStatusCode.OK,
                HttpStatusCode.Redirect,
                HttpStatusCode.Unauthorized,
                HttpStatusCode.NotFound,
                HttpStatusCode.InternalServerError,
            }));
    }

    [Test]
    public async Task Behind_https_browsers_are_told_to_stay_there()
    {
        await using var service = new TestService();
        using var client = service.CreateClient(new() { BaseAddress = new Uri("https://localhost") });
        foreach (var address in new[] { "/health/live", "/nothing", "/swagger/index.html" })
        {
            using var response = await client.GetAsync(address);
            Assert.That(
                response.Headers.GetValues("Strict-Transport-Security"),
                Is.EqualTo(new[] { "max-age=31536000; includeSubDomains" }),
                address);
        }
    }

    [Test]
    public async Task The_page_needs_nothing_that_its_policy_forbids()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        var page = await client.GetStringAsync("/swagger/index.html");

        // No script in the page itself, none from elsewhere, and each that it names is there.
        Assert.That(Regex.Matches(page, @"<script(?![^>]*\bsrc=)|\son\w+=|(src|href)=""(https?:)?//|javascript:"), Is.Empty);
        var named = Regex.Matches(page, @"(?:src|href)=""([^""]+)""").Select(match => match.Groups[1].Value).ToList();
        Assert.That(named, Has.Count.GreaterThan(4));
        foreach (var address in named)
        {
            using var response = await client.GetAsync(new Uri(new Uri("http://localhost/swagger/"), address));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }
}
