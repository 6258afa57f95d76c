using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>
/// The service in a process of its own, in the same build configuration as this program, with its database in a
/// directory of the benchmark.
/// </summary>
internal sealed partial class RunningService : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lastSaid = [];
    private readonly Task reading;

    private RunningService(Process process, Uri address)
    {
        this.process = process;
        reading = Read();
        // Far longer than any request here takes, so that a hanging request fails.
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 })
        {
            BaseAddress = address, Timeout = TimeSpan.FromMinutes(10),
        };
    }

    /// <summary>The path of the service's assembly.</summary>
    public static string Program => typeof(Schema).Assembly.Location;

    /// <summary>The HTTP client, without a default key.</summary>
    public HttpClient Client { get; }

    /// <summary>The process.</summary>
    public int Id => process.Id;

    /// <summary>The processor time of the process.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>
    /// Starts the service with Exampleshire's agencies and keys, without returns, and waits until it listens.
    /// </summary>
    /// <param name="folder">The directory for bodies that are being received.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<RunningService> Start(string folder, string connectionString, params (string Name, string Value)[] settings)
    {
        var process = Process.Start(Command(Program, folder, connectionString, settings))!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } at) return new RunningService(process, new Uri(at.Groups[1].Value));
        }

        await process.WaitForExitAsync();
        throw new NotDoneException($"The service ended with {process.ExitCode}: {string.Join('\n', said)}");
    }

    /// <summary>The start information of the process.</summary>
    /// <param name="program">The path of the service's assembly.</param>
    /// <param name="folder">The directory for bodies that are being received.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="settings">Further settings.</param>
    public static ProcessStartInfo Command(
        string program, string folder, string connectionString, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        start.Environment["ConnectionStrings__SafeguardingMetrics"] = connectionString;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Demo__Returns"] = "false";
        start.Environment["Identifiers__HashKey"] = Convert.ToBase64String(new byte[32]);
        start.Environment["Submissions__BodyKey"] = Convert.ToBase64String(new byte[32]);
        start.Environment["TMPDIR"] = folder;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }

    /// <summary>Sends a return and returns its receipt.</summary>
    /// <exception cref="NotDoneException">The return was not accepted in full.</exception>
    public async Task<JsonNode> Post(
        string dataset, string period, string mediaType, byte[] body, int records, string key = "demo-social-care",
        string mode = "period")
    {
        // Each time other records are sent for the same days, which would be held: the sender says that they are right.
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/v1/returns/{dataset}?period={Uri.EscapeDataString(period)}&mode={mode}&confirmed=true")
        { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.Add("X-Api-Key", key);
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Require.That(
            response.StatusCode == HttpStatusCode.Created,
            $"{dataset} {period} was answered with {(int)response.StatusCode}: {text}\nThe service said:\n{string.Join('\n', lastSaid)}");
        var receipt = JsonNode.Parse(text)!;
        var received = (int)receipt["records"]!["received"]!;
        var accepted = (int)receipt["records"]!["accepted"]!;
        Require.That(received == records, $"{received} records of {records} were received.");
        Require.That(accepted > received * 0.9, $"Only {accepted} of {received} records were accepted.");
        return receipt;
    }

    /// <summary>Withdraws a return, so that it can be sent again.</summary>
    public async Task Withdraw(JsonNode receipt, string key = "demo-social-care")
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/v1/returns/{receipt["returnId"]}");
        request.Headers.Add("X-Api-Key", key);
        using var response = await Client.SendAsync(request);
        Require.That(response.IsSuccessStatusCode, $"Withdrawing was answered with {(int)response.StatusCode}.");
    }

    /// <summary>Reads an indicator's figures as an analyst, and checks the number of rows.</summary>
    public async Task<int> Figures(string indicator, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/indicators/{indicator}/values{query}");
        request.Headers.Add("X-Api-Key", "demo-analyst");
        using var response = await Client.SendAsync(request);
        Require.That(
            response.StatusCode == HttpStatusCode.OK, $"The figures of {indicator} were answered with {(int)response.StatusCode}.");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray().Count;
    }

    /// <summary>Adds an agency with a client of its own.</summary>
    /// <returns>The client's key.</returns>
    public async Task<string> AddAgency(string code, string sector)
    {
        await Administer(HttpMethod.Put, $"/v1/agencies/{code}", new { name = code, sector });
        var client = await Administer(
            HttpMethod.Post, "/v1/clients",
            new { name = code, permissions = new[] { "submit", "read-returns" }, agencies = new[] { code } });
        return (string)(await Administer(HttpMethod.Post, $"/v1/clients/{client["clientId"]}/keys", new { }))["key"]!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    // Drain the output to the end: the service blocks when the pipe is full. The last lines explain a failed request.
    private async Task Read()
    {
        const int Kept = 15;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lastSaid.Enqueue(line);
            if (lastSaid.Count > Kept) lastSaid.TryDequeue(out _);
        }
    }

    private async Task<JsonNode> Administer(HttpMethod method, string address, object setting)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(setting) };
        request.Headers.Add("X-Api-Key", "demo-admin");
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Require.That(response.IsSuccessStatusCode, $"{method} {address} was answered with {(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
