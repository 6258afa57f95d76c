using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Telemetry;

/// <summary>
/// Nothing of a child's is in any line of log at any level, in any trace or metric, or in any problem.
/// </summary>
/// <remarks>
/// One test at a time: sources of traces belong to the process, and what one test leaks on purpose another would see.
/// </remarks>
[TestFixture]
[Parallelizable(ParallelScope.Self)]
public sealed class LeakTests
{
    [Test]
    public async Task A_month_with_names_and_numbers_planted_everywhere_leaves_none_in_logs_traces_metrics_or_problems()
    {
        var seen = await Run(month: true);

        Assert.That(seen.Leaks, Is.Empty);
        // It looked at something, and at enough of it.
        Assert.That(seen.Planted.Numbers, Has.Count.GreaterThan(80));
        Assert.That(seen.Planted.Requests, Is.GreaterThan(900));
        Assert.That(
            seen.Lines,
            Has.Some.Contains("Microsoft.AspNetCore.Routing").And.Some.Contains("RequestLog").And.Some.Contains("records accepted"));
        Assert.That(seen.Lines.Where(line => line.Contains("PlantedFault", StringComparison.Ordinal)), Is.Not.Empty, "the injected faults");
        Assert.That(seen.Traces, Does.Contain("GET /v1/indicators/{code}/values").And.Contain("http.response.status_code"));
        Assert.That(seen.Metrics, Does.Contain("safeguarding.returns.received").And.Contain("http.server.request.duration"));
        Assert.That(seen.Logs, Does.Contain("answered {Status} in"));
    }

    [Test]
    public async Task A_logger_that_leaks_is_found() => Assert.That((await Run(leak: (http, services) =>
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("SafeguardingMetrics.Leaky");
        if (log.IsEnabled(LogLevel.Debug)) log.LogDebug("Asked for {Query}", http.Request.QueryString.Value);
    })).Leaks, Has.Some.StartsWith("log").And.Some.StartsWith("/v1/logs"));

    [Test]
    public async Task A_scope_that_leaks_is_found() => Assert.That((await Run(leak: (http, services) =>
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("SafeguardingMetrics.Leaky");
        using (log.BeginScope(http.Request.Path.Value!)) log.LogDebug("Asked");
    })).Leaks, Has.Some.StartsWith("log"));

    [Test]
    public async Task A_trace_that_leaks_is_found() =>
        Assert.That(
            (await Run(leak: (http, _) => Activity.Current?.SetTag("error.type", http.Request.QueryString.Value))).Leaks,
            Has.Some.StartsWith("/v1/traces"));

    [Test]
    public async Task A_metric_that_leaks_is_found() => Assert.That((await Run(leak: (http, services) =>
        services
            .GetRequiredService<SafeguardingMetrics.Telemetry.ServiceMeter>()
            .RecordSubmission(http.Request.QueryString.Value!, "stored", 1, 0, TimeSpan.Zero, TimeSpan.Zero))).Leaks,
        Has.Some.StartsWith("/v1/metrics"));

    [Test]
    public async Task A_problem_that_leaks_is_found() =>
        Assert.That(
            (await Run(leak: (http, _) => http.Response.Headers["X-Leak"] = Uri.EscapeDataString(http.Request.QueryString.Value!))).Leaks,
            Has.Some.StartsWith("problem"));

    [Test]
    public async Task Requests_that_are_no_HTTP_leave_nothing_in_logs_or_answers_either()
    {
        using var book = new LogRecorder();
        await using var service = new TestService { Replace = services => services.AddSingleton<ILoggerProvider>(book) };
        await using var listening = service.WithWebHostBuilder(builder => builder
            .UseSetting("Logging:Console:LogLevel:Default", "None")
            .UseSetting("Logging:LogLevel:Default", "Trace")
            .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace"));
        listening.UseKestrel(0);
        listening.StartServer();
        var port = listening.ClientOptions.BaseAddress.Port;

        foreach (var start in new[]
        {
            "GET /Quillfeather HTTP/9.9\r\n\r\n",
            "Zebedee Quillfeather\r\n\r\n",
            "GET /v1?Quillfeather=1 HTTP/1.1\r\nHost: Quillfeather Zebedee\r\n\r\n",
            "GET / HTTP/1.1\r\nQuillfeather Zebedee\r\n\r\n",
            "GET /%00Quillfeather HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /v1/returns/open-cases HTTP/1.1\r\nHost: a\r\nContent-Length: Quillfeather\r\n\r\n",
            "POST /v1/targets HTTP/1.1\r\nHost: a\r\nX-Api-Key: demo-admin\r\nTransfer-Encoding: chunked\r\n\r\nQuillfeather\r\n",
            "GET /" + new string('a', 9000) + "Quillfeather HTTP/1.1\r\nHost: a\r\n\r\n", "\u0016\u0003\u0001Quillfeather\r\n\r\n",
        })
        {
            using var socket = new System.Net.Sockets.TcpClient("127.0.0.1", port);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(start));
            socket.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            using var reader = new StreamReader(stream);
            var answer = await reader.ReadToEndAsync();
            Assert.That(
                PlantedPersonalData.Words.Where(word => answer.Contains(word, StringComparison.OrdinalIgnoreCase)),
                Is.Empty,
                answer);
            Assert.That(answer, Does.StartWith("HTTP/1.1 4").Or.StartWith("HTTP/1.1 5").Or.Empty, start);
            Assert.That(answer, Does.Not.Contain("\nServer:").And.Not.StartWith("HTTP/1.1 500"));
        }

        Assert.That(book.Lines, Has.Some.Contains("BadRequests"));
        Assert.That(
            book.Lines.Where(line => PlantedPersonalData.Words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))),
            Is.Empty);
    }

    private static async Task<Seen> Run(bool month = false, Action<HttpContext, IServiceProvider>? leak = null)
    {
        using var collector = new OtlpCollector();
        using var book = new LogRecorder();
        var engine = new PlantedEngine();
        await using var service = new TestService { Replace = services => engine.Behind(services) };
        var planted = default(PlantedPersonalData);
        await using (var listening = service.WithWebHostBuilder(builder => builder
            .UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address)
            .UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            .UseSetting("Logging:Console:LogLevel:Default", "None")
            .UseSetting("Logging:LogLevel:Default", "Trace").UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
            .ConfigureServices(services =>
            {
                services.AddSingleton<ILoggerProvider>(book);
                if (leak is not null) services.AddSingleton<IStartupFilter>(new Leak(leak));
            })))
        {
            using var client = listening.CreateClient(new() { AllowAutoRedirect = false });
            planted = new PlantedPersonalData(client);
            if (month) await planted.PostAMonth(service.Clock.SetUtcNow);
            service.Clock.SetUtcNow(new(2026, 12, 23, 12, 0, 0, TimeSpan.Zero));
            var document = await planted.Document();
            await planted.AskEverything(document, month ? "/" : "/v1/datasets");
            if (month)
            {
                engine.Fails = true;
                await planted.AskEverything(document);
            }

            listening.Services.GetRequiredService<TracerProvider>().ForceFlush();
            listening.Services.GetRequiredService<MeterProvider>().ForceFlush();
            listening.Services.GetRequiredService<LoggerProvider>().ForceFlush();
        }

        return new Seen(planted, [.. book.Lines], collector);
    }

    private sealed class Leak(Action<HttpContext, IServiceProvider> leak) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                leak(http, app.ApplicationServices);
                return rest(http);
            });
            next(app);
        };
    }

    private sealed record Seen(PlantedPersonalData Planted, IReadOnlyList<string> Lines, OtlpCollector Collector)
    {
        public string Traces => Collector.GetReceived("/v1/traces");

        public string Metrics => Collector.GetReceived("/v1/metrics");

        public string Logs => Collector.GetReceived("/v1/logs");

        public IReadOnlyList<string> Leaks =>
        [
            .. Lines.Where(line => Planted.FindLeaks(line).Any()).Select(line => $"log: {line}"),
            .. Planted.Problems.Where(answer => Planted.FindLeaks(answer.Split('\0')[1]).Any()).Select(answer => $"problem: {answer}"),
            .. new[]
            {
                "/v1/traces",
                "/v1/metrics",
                "/v1/logs",
            }.SelectMany(path => Planted.FindLeaks(Collector.GetReceived(path)).Distinct().Select(word => $"{path}: {word}")),
        ];
    }

    /// <summary>A database whose faults quote what they were given, as those of real ones do.</summary>
    private sealed class PlantedEngine
    {
        public bool Fails { get; set; }

        public void Behind(IServiceCollection services) =>
            services.AddSingleton<Engine>(provider => new Failing(
                this,
                StorageSetup.CreateEngine(provider.GetRequiredService<IConfiguration>().GetConnectionString("SafeguardingMetrics")!)));

        private sealed class Failing(PlantedEngine planted, Engine inner) : ForwardingEngine(inner)
        {
            public override Task<DbConnection> OpenForReports(CancellationToken cancel) =>
                planted.Fails ? throw new PlantedFault() : base.OpenForReports(cancel);

            public override Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
                string lockName, CancellationToken cancel) =>
                planted.Fails ? throw new PlantedFault() : base.BeginWrite(lockName, cancel);
        }
    }

    private sealed class PlantedFault()
        : Exception(
            "The duplicate key value is (Zebedee Quillfeather, 9990000018).",
            new FormatException("The input string 'H801200001001' was not in a correct format."));
}
