using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>
/// Prism, somebody else's reader of the OpenAPI document, between a test and the service: where
/// <c>SAFEGUARDING_TEST_PRISM</c> names its script, every exchange passes through it too, and one that breaks the
/// document fails the test. A request that breaks it is no fault where the service refuses it.
/// </summary>
internal sealed class Prism : IAsyncDisposable
{
    private const string ExchangeHeader = "X-Exchange";
    private static readonly Lazy<Task<Prism>> Started = new(Start);
    private readonly ConcurrentDictionary<string, (HttpResponseMessage Response, byte[] Body)> exchanges = new();
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        MaxResponseHeadersLength = 128,
    })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };
    private WebApplication relay = null!;
    private Process process = null!;
    private int passed;

    public static bool IsGiven => Script is not null;

    private static string? Script => Environment.GetEnvironmentVariable("SAFEGUARDING_TEST_PRISM");

    /// <summary>Ends it. Where it is given and saw nothing, nothing was proven.</summary>
    public static async Task Stop()
    {
        if (!IsGiven) return;
        var prism = await Started.Value;
        await prism.DisposeAsync();
        if (prism.passed == 0) throw new InvalidOperationException("Prism saw no exchange.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
        client.Dispose();
        await relay.DisposeAsync();
    }

    private static async Task<Prism> Start()
    {
        var prism = new Prism();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        prism.relay = builder.Build();
        prism.relay.Run(prism.Repeat);
        await prism.relay.StartAsync();

        var port = FreePort();
        prism.process = Process.Start(new ProcessStartInfo("node", [
            Script!,
            "proxy",
            Path.Combine(Snapshot.Root, "api-specs", "openapi.json"),
            prism.relay.Urls.Single(),
            "--port",
            $"{port}",
            "--host",
            "127.0.0.1",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        prism.process.OutputDataReceived += (_, _) => { };
        prism.process.ErrorDataReceived += (_, _) => { };
        prism.process.BeginOutputReadLine();
        prism.process.BeginErrorReadLine();
        prism.client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await prism.client.GetAsync("/")).Dispose();
                return prism;
            }
            catch (HttpRequestException) when (tries < 200 && !prism.process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    // What the service has answered already, for Prism to judge.
    private async Task Repeat(HttpContext http)
    {
        if (!exchanges.TryGetValue(http.Request.Headers[ExchangeHeader].ToString(), out var exchange)) return;
        http.Response.StatusCode = (int)exchange.Response.StatusCode;
        foreach (var (name, values) in exchange.Response.Headers.Concat(exchange.Response.Content.Headers))
            if (name is not ("Transfer-Encoding" or "Content-Length")) http.Response.Headers[name] = values.ToArray();
        await http.Response.Body.WriteAsync(exchange.Body);
    }

    private async Task Judge(HttpRequestMessage request, byte[]? sent, HttpResponseMessage response, byte[] answered)
    {
        var id = Guid.CreateVersion7().ToString();
        exchanges[id] = (response, answered);
        using var copy = new HttpRequestMessage(request.Method, request.RequestUri!.PathAndQuery);
        foreach (var (name, values) in request.Headers) copy.Headers.TryAddWithoutValidation(name, values);
        copy.Headers.Add(ExchangeHeader, id);
        // Prism never answers what says that it is JSON and is not; such a request is refused, and the refusal is
        // judged.
        if (sent is not null && !(request.Content!.Headers.ContentType?.MediaType == "application/json" && !IsJson(sent)))
        {
            copy.Content = new ByteArrayContent(sent);
            foreach (var (name, values) in request.Content!.Headers) copy.Content.Headers.TryAddWithoutValidation(name, values);
        }

        using var judged = await client.SendAsync(copy);
        exchanges.TryRemove(id, out _);
        Interlocked.Increment(ref passed);
        var seen = judged.Headers.TryGetValues("sl-violations", out var header)
            ? JsonNode.Parse(string.Join(", ", header))!.AsArray().Select(one => one!).ToList()
            : [];
        if (judged.StatusCode != response.StatusCode)
            seen.Add(new JsonObject { ["message"] = $"Prism answered {judged.StatusCode}: {await judged.Content.ReadAsStringAsync()}" });
        var faults = seen
            .Where(one => one["location"]?[0]?.ToString() != "request"
                || (response.IsSuccessStatusCode && !(one["location"]?[1]?.ToString() == "body" && TellsOfRecords(answered))))
            .Select(one => one.ToJsonString())
            .ToList();
        if (faults.Count > 0)
            throw new AssertionException(
                $"Prism: {request.Method} {request.RequestUri.PathAndQuery} {(int)response.StatusCode}: "
                + $"{string.Join("; ", faults.Take(5))}");
    }

    // A record that breaks its schema is no refusal: the receipt names it.
    private static bool TellsOfRecords(byte[] answered) =>
        IsJson(answered)
        && JsonNode.Parse(answered) is JsonObject answer
        && (answer["findings"] is JsonArray { Count: > 0 } || answer["submissionId"] is not null);

    private static bool IsJson(byte[] sent)
    {
        try
        {
            JsonNode.Parse(sent);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Shows each exchange to Prism when the service has answered.</summary>
    internal sealed class Handler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // What is in the document, and can be sent twice.
            var path = request.RequestUri!.AbsolutePath;
            if (!path.StartsWith("/v1/", StringComparison.Ordinal)
                && !path.StartsWith("/problems", StringComparison.Ordinal)
                && !path.StartsWith("/health/", StringComparison.Ordinal)
                && !path.StartsWith("/oauth2/", StringComparison.Ordinal))
                return await base.SendAsync(request, cancellationToken);
            var sent = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            await (await Started.Value).Judge(request, sent, response, await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return response;
        }
    }
}
