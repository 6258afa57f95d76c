using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

/// <summary>A query parameter that an address does not take is refused, not ignored.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class UnknownQueryParameterTests
{
    [Test]
    public async Task Every_operation_of_the_document_refuses_a_parameter_that_it_does_not_describe()
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor(null);
        var document = JsonNode.Parse(await client.GetStringAsync("/swagger/v1/swagger.json"))!;
        var asked = 0;
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                if (!path.StartsWith("/v1/", StringComparison.Ordinal)) continue;
                var described = operation!["parameters"]?.AsArray()
                    .Select(parameter => parameter!["$ref"] is { } reference
                        ? document["components"]!["parameters"]![((string)reference!).Split('/')[^1]]!
                        : parameter!)
                    .Where(parameter => (string?)parameter["in"] == "query").Select(parameter => (string)parameter["name"]!) ?? [];
                var known = FindEndpoint(service, path, method).Metadata.GetMetadata<QueryParameterNames>()!;
                Assert.That(known.Names, Is.EquivalentTo(described), $"{method} {path}");

                var answer = await Send(service, method, $"{Fill(path)}?no-such-parameter=1");
                Assert.That(
                    ((int)answer.Status, answer.Problem),
                    Is.EqualTo((400, "unknown-parameter")),
                    $"{method} {path}: {answer.Text}");
                foreach (var name in known.Names) Assert.That((string)answer.Json["detail"]!, Does.Contain(name), $"{method} {path}");
                asked++;
            }
        }

        Assert.That(asked, Is.GreaterThan(30));
    }

    [TestCase(
        "/v1/indicator-values?form=2026-04-01",
        "There is no parameter \"form\" at this address. Did you mean \"from\"? Known are: codes, from, ")]
    [TestCase(
        "/v1/indicator-values?from=2026-04-01&knownat=2026-11-01&AGENCIES=EXA-CSC",
        "There is no parameter \"AGENCIES\" at this address. Did you mean \"agency\"? ")]
    [TestCase("/v1/indicator-values?from=2026-04-01&child=1", "Parameter 2 of the query is not known at this address. Known are: ")]
    [TestCase("/v1/indicator-values?code=visits-on-time", "There is no parameter \"code\" at this address. Did you mean \"codes\"? ")]
    [TestCase("/v1/indicator-values?startDate=2026-04-01", "\"startDate\" at this address. Did you mean \"from\"? ")]
    [TestCase("/v1/indicators/visits-on-time/values?group_by=team", "Did you mean \"by\"? ")]
    [TestCase("/v1/returns?page_size=10", "Did you mean \"limit\"? ")]
    [TestCase("/v1/indicator-values?from=2026-04-01&fromDate=2026-11-01", "Did you mean \"from\"? ")]
    [TestCase("/v1/indicator-values?%E2%80%AE=1", "address. Known are: ")]
    [TestCase("/v1/indicator-values?=1", "address. Known are: ")]
    [TestCase("/v1/agencies/EXA-CSC?code=1", "The address takes no query parameters.")]
    public async Task The_nearest_parameter_is_named(string address, string detail)
    {
        await using var service = new TestService();
        var answer = await Send(service, address.Contains("agencies/", StringComparison.Ordinal) ? "PUT" : "GET", address);
        Assert.That(answer.Problem, Is.EqualTo("unknown-parameter"), answer.Text);
        Assert.That((string)answer.Json["detail"]!, Does.Contain(detail));
    }

    [TestCase(
        "/v1/indicator-values?codes=visits-on-time&locality=East",
        "no parameter \"locality\" at this address: by=locality gives them. ")]
    [TestCase("/v1/indicator-values?localty=East", "by=locality gives them. ")]
    [TestCase("/v1/indicators/visits-on-time/values?Ethnicity=WBRI", "by=ethnicity gives them. ")]
    [TestCase("/v1/indicators/visits-on-time/values?riskGrade=high", "by=risk-grade gives them. ")]
    [TestCase("/v1/indicators/visits-on-time/cases?team=East+1", "by=team gives them, and by=team&member=… one of them. ")]
    public async Task The_breakdown_is_named_for_what_would_be_a_filter_elsewhere(string address, string detail)
    {
        await using var service = new TestService();
        var answer = await service.Get(address, "demo-analyst");
        Assert.That(answer.Problem, Is.EqualTo("unknown-parameter"), answer.Text);
        Assert.That((string)answer.Json["detail"]!, Does.Contain(detail));
    }

    [TestCase(
        "strict=true",
        "no parameter \"strict\" at this address: send the header Prefer: handling=strict. Known are: period, mode, confirmed.")]
    [TestCase("async=1", "send the header Prefer: respond-async.")]
    [TestCase("idempotencyKey=a1", "send it as the header Idempotency-Key.")]
    [TestCase("api_key=demo-social-care", "send the key as the header X-Api-Key")]
    [TestCase("agency=EXA-CSC", "send it as the header X-Agency.")]
    [TestCase("month=2025-03", "Did you mean \"period\"?")]
    public async Task The_header_is_named_for_a_setting_that_is_one(string query, string detail)
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor("demo-social-care");
        using var body = new StringContent("[]", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync($"/v1/returns/statutory-visits?period=2025-03&{query}", body);
        var answer = await ApiResponse.Create(response);
        Assert.That(answer.Problem, Is.EqualTo("unknown-parameter"), answer.Text);
        Assert.That((string)answer.Json["detail"]!, Does.Contain(detail).And.Not.Contain("demo-social-care"));
    }

    [Test]
    public async Task What_was_sent_is_not_repeated()
    {
        await using var service = new TestService();
        Assert.That((await service.Get("/v1/indicator-values?code9434765919=1")).Text, Does.Not.Contain("9434765919"));
        Assert.That((await service.Get("/v1/indicator-values?Amelia-Hartley=1")).Text, Does.Not.Contain("Amelia"));
    }

    [Test]
    public async Task Who_may_not_ask_is_told_that_first()
    {
        await using var service = new TestService();
        Assert.That((await service.Get("/v1/clients?x=1", null)).Problem, Is.EqualTo("unauthenticated"));
        Assert.That((await service.Get("/v1/clients?x=1", "demo-board")).Problem, Is.EqualTo("not-permitted"));
    }

    [Test]
    public async Task Pages_probes_and_the_document_take_any()
    {
        await using var service = new TestService();
        foreach (var address in new[] { "/health/live?x=1", "/swagger/v1/swagger.json?x=1", "/sign-in?x=1", "/problems?x=1" })
            Assert.That((int)(await service.Get(address)).Status, Is.EqualTo(200), address);
    }

    private static RouteEndpoint FindEndpoint(TestService service, string path, string method) =>
        service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Single(endpoint => Matches(endpoint.RoutePattern.RawText!.TrimEnd('/'), path)
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase));

    // The document names one parameter of an address otherwise, where two operations share the address.
    private static bool Matches(string pattern, string path) => pattern.Split('/').Length == path.Split('/').Length
        && pattern
            .Split('/')
            .Zip(path.Split('/'))
            .All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.StartsWith('{')));

    private static string Fill(string path) => string.Join('/', path.Split('/').Select(part => part switch
    {
        "{dataset}" => "open-cases",
        "{code}" => "visits-on-time",
        "{agency}" => "EXA-CSC",
        ['{', ..] => $"{Guid.Empty}",
        _ => part,
    }));

    private static async Task<ApiResponse> Send(TestService service, string method, string address)
    {
        // Submissions are made by an agency, everything else by the administrator; figures in full by the analyst.
        ApiResponse? answer = null;
        foreach (var key in new[] { "demo-admin", "demo-analyst", "demo-social-care" })
        {
            using var client = service.CreateClientFor(key);
            using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address);
            if (request.Method == HttpMethod.Post || request.Method == HttpMethod.Put)
                request.Content = new StringContent(
                    "[]",
                    Encoding.UTF8,
                    address.Contains("benchmarks", StringComparison.Ordinal) || address.Contains("populations", StringComparison.Ordinal)
                        ? "text/csv"
                        : "application/json");
            using var response = await client.SendAsync(request);
            answer = await ApiResponse.Create(response);
            if ((int)answer.Status != 403) break;
        }

        return answer!;
    }
}
