using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Http;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Telemetry;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class TelemetryTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Test]
    public async Task A_problem_bears_the_caller_s_trace()
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor("demo-admin");
        client.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        using var response = await client.GetAsync("/v1/datasets/nothing");

        var answer = await ApiResponse.Create(response);
        Assert.That(((string?)answer.Json["traceId"], answer.Headers["X-Correlation-ID"]), Is.EqualTo((Trace, Trace)));
    }

    [TestCase("order-66", true)]
    [TestCase("2f1c6a0e-7d51-4a0e-9f0a-0c9f6f1d2b3a", true)]
    [TestCase("a.b_c-D9", true)]
    [TestCase("two words", false)]
    [TestCase("<script>", false)]
    [TestCase("a,b", false)]
    [TestCase("Zoë", false)]
    [TestCase("", false)]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public async Task A_correlation_id_comes_back_where_it_is_one_and_otherwise_the_trace_s_does(string given, bool comesBack)
    {
        await using var service = new TestService();
        foreach (var address in new[] { "/v1/datasets", "/health/live", "/nothing", "/v1/datasets/nothing" })
        {
            using var client = service.CreateClientFor("demo-admin");
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Correlation-ID", given);
            client.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
            using var response = await client.GetAsync(address);
            Assert.That(response.Headers.GetValues("X-Correlation-ID"), Is.EqualTo(new[] { comesBack ? given : Trace }), address);
        }
    }

    [Test]
    public async Task Logs_hold_the_trace_and_of_correlation_ids_only_those_that_are_random()
    {
        using var book = new LogRecorder();
        await using var service = new TestService
        {
            Replace = services => services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(book),
        };
        foreach (var id in new[] { "2f1c6a0e-7d51-4a0e-9f0a-0c9f6f1d2b3a", "order-66" })
        {
            using var client = service.CreateClientFor("demo-admin");
            client.DefaultRequestHeaders.Add("X-Correlation-ID", id);
            client.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
            using var response = await client.GetAsync("/v1/datasets/open-cases");
        }

        var lines = book.Lines.Where(line => line.Contains("GET /v1/datasets/{dataset} answered 200", StringComparison.Ordinal)).ToList();
        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines, Has.All.Contains(Trace));
        Assert.That(lines[0], Does.Contain("CorrelationId=2f1c6a0e-7d51-4a0e-9f0a-0c9f6f1d2b3a"));
        Assert.That(lines[1], Does.Not.Contain("order-66"));
    }

    [Test]
    public async Task A_line_s_exception_is_told_by_type_and_place_and_not_by_message()
    {
        using var book = new LogRecorder();
        await using var service = new TestService
        {
            Replace = services => services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(book)
                .AddSingleton<Engine>(provider => new ThrowingEngine(
                    StorageSetup.CreateEngine(provider.GetRequiredService<IConfiguration>().GetConnectionString("SafeguardingMetrics")!))),
        };
        ((ThrowingEngine)service.Services.GetRequiredService<Engine>()).Fails = true;

        Assert.That((await service.Get("/v1/indicators")).Status, Is.EqualTo(HttpStatusCode.InternalServerError));

        var line = book.Lines.Single(line => line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
        Assert.That(line, Does.Contain("caused by Microsoft.Data.Sqlite.SqliteException 2067").And.Contain("at SafeguardingMetrics."));
        Assert.That(line, Does.Not.Contain(ThrowingEngine.Secret));
    }

    [TestCase("Production", "json")]
    [TestCase("Development", null)]
    public async Task Logs_are_JSON_outside_Development(string environment, string? formatter)
    {
        await using var service = new TestService(environment);

        Assert.That(service.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName, Is.EqualTo(formatter));
        if (formatter is not null)
            Assert.That(service.Services.GetRequiredService<IOptions<JsonConsoleFormatterOptions>>().Value.IncludeScopes, Is.True);
    }

    // Alone: what reads the metrics listens to every meter of the name in the process, and so to those of other tests'
    // services.
    [Test, NonParallelizable]
    public async Task Prometheus_reads_the_metrics_on_their_own_port_and_nothing_else_there_or_them_elsewhere()
    {
        await using var service = new TestService
        {
            Replace = services => services.AddSingleton<IStartupFilter>(new Port())
                .AddSingleton<Engine>(provider => new FaultyEngine(
                    StorageSetup.CreateEngine(provider.GetRequiredService<IConfiguration>().GetConnectionString("SafeguardingMetrics")!))),
        };
        await using var metered = service.WithWebHostBuilder(builder => builder.UseSetting("Metrics:Url", "http://localhost:9464"));
        using var client = metered.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", "demo-social-care");
        for (var i = 0; i < 2; i++)
            using (var response = await client.PostAsync(
                "/v1/returns/statutory-visits?period=2026-11",
                SubmitTests.Body([VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")], "application/json", "")))
                Assert.That(response.IsSuccessStatusCode, Is.True);
        ((FaultyEngine)metered.Services.GetRequiredService<Engine>()).FailingConnections = 1;
        client.DefaultRequestHeaders.Remove("X-Api-Key");
        client.DefaultRequestHeaders.Add("X-Api-Key", "demo-analyst");
        using (var figures = await client.GetAsync("/v1/indicators/visits-on-time/values?from=2026-10-01&to=2026-11-30"))
            Assert.That(figures.StatusCode, Is.EqualTo(HttpStatusCode.OK));

        async Task<(HttpStatusCode, string)> Ask(string address, int port)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Test-Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            using var response = await client.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        var (status, text) = await Ask("/metrics", 9464);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(text.Split('\n'), Is.SupersetOf(new[]
        {
            "# TYPE safeguarding_returns_received_total counter",
            "safeguarding_returns_received_total{safeguarding_dataset=\"statutory-visits\",safeguarding_outcome=\"stored\"} 1",
            "safeguarding_returns_received_total{safeguarding_dataset=\"statutory-visits\",safeguarding_outcome=\"repeated\"} 1",
            "safeguarding_returns_records_total{safeguarding_dataset=\"statutory-visits\",safeguarding_outcome=\"accepted\"} 1",
            "safeguarding_returns_records_total{safeguarding_dataset=\"statutory-visits\",safeguarding_outcome=\"rejected\"} 1",
            "# TYPE safeguarding_returns_duration_seconds histogram",
            "safeguarding_returns_duration_seconds_bucket{safeguarding_dataset=\"statutory-visits\",safeguarding_phase=\"take\","
            + "le=\"+Inf\"} 2",
            "safeguarding_returns_duration_seconds_count{safeguarding_dataset=\"statutory-visits\",safeguarding_phase=\"receive\"} 2",
            "safeguarding_figures_read_total 2",
            "safeguarding_database_retries_total{safeguarding_database_connection=\"database\"} 1",
            "safeguarding_database_circuit_open{safeguarding_database_connection=\"database\"} 0",
            "safeguarding_database_circuit_open{safeguarding_database_connection=\"reports\"} 0",
        }));
        Assert.That(
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Has.All.Match(@"^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\{([a-z_0-9]+=""[^""]*"",?)+\})? -?([0-9.E+-]+|NaN))$"));

        Assert.That((await Ask("/v1/indicators", 9464)).Item1, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Ask("/metrics", 5080)).Item1, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public void Metrics_have_a_port_of_their_own()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["urls"] = "http://+:5080;https://+:5443",
                ["Metrics:Url"] = "http://localhost:5443",
            })
            .Build();

        Assert.That(
            () => SafeguardingMetrics.App.MetricsPort.GetPort(configuration),
            Throws.InvalidOperationException.With.Message.Contains("port of its own"));
    }

    /// <summary>Says which port a request came to: in a test there is none.</summary>
    private sealed class Port : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                if (int.TryParse(http.Request.Headers["Test-Port"], out var port)) http.Connection.LocalPort = port;
                return rest(http);
            });
            next(app);
        };
    }
}
