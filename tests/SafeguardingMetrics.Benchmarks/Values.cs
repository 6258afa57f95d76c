using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Benchmarks.Support;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Throughput of figure requests, as a dashboard sends them.</summary>
internal static class Values
{
    private const int Requests = 1000;
    private const int Connections = 4;
    private const int Months = 24;

    public static readonly Benchmark Declared = new(
        "values",
        "GET …/values, 24 months by locality, 1,000 requests on 4 connections: given again while nothing has changed, and told so (304).",
        "A bare endpoint that returns the same bytes from memory, in a process of its own.",
        Target.AtLeast(0.60),
        Run);

    /// <summary>
    /// Starts a service with a number of months of visits, and returns the URL of their figures by locality.
    /// </summary>
    public static async Task<(RunningService Service, string Address)> Filled(
        WorkingFolder folder, int records, params (string Name, string Value)[] settings)
    {
        var service = await RunningService.Start(
            folder.Folder("bodies"), $"Data Source={folder.File("service.db")}", [("Limits__Requests", "100000000"), .. settings]);
        var months = VisitHistory.Months(Months);
        foreach (var month in months)
            await service.Post(VisitHistory.Dataset, month.ToString(), "text/csv", VisitHistory.Csv(month, records, "V"), records);
        return (
            service,
            $"/v1/indicators/{VisitHistory.Indicator}/values?from={months[0].From:yyyy-MM-dd}&to={months[^1].To:yyyy-MM-dd}&by=locality");
    }

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        using var folder = new WorkingFolder(conditions);
        var (filled, address) = await Filled(folder, conditions.Of(1000));
        await using var service = filled;
        using var reader = Reader(service.Client.BaseAddress!);
        using var first = await reader.GetAsync(address);
        var (bytes, tag) = (await first.Content.ReadAsByteArrayAsync(), first.Headers.ETag!.ToString());
        var rows = JsonNode.Parse(bytes)!.AsArray().Count;
        Require.That(rows == Months * VisitHistory.Localities, $"{rows} rows are answered.");

        var file = folder.File("answer.json");
        await File.WriteAllBytesAsync(file, bytes);
        var start = BareApi.Command(BareApi.Program, folder.Folder("bare"), "--file", file, "--urls", "http://127.0.0.1:0");
        start.RedirectStandardOutput = true;
        using var bare = Process.Start(start)!;
        try
        {
            Uri? at = null;
            while (at is null && await bare.StandardOutput.ReadLineAsync() is { } line)
                if (line.IndexOf("http://127", StringComparison.Ordinal) is >= 0 and var place) at = new Uri(line[place..].Trim());
            Require.That(at is not null, "The bare endpoint listens.");
            using var bareReader = Reader(at!);

            var requests = conditions.Of(Requests);
            var (again, told) = (new Rounds(), new Rounds());
            Task<int> Given(Timings? timings = null) =>
                Measured(timings, () => Ask(reader, address, null, HttpStatusCode.OK, bytes.Length, requests));
            Task<int> Told(Timings? timings = null) =>
                Measured(timings, () => Ask(reader, address, tag, HttpStatusCode.NotModified, 0, requests));
            Task<int> Bare(Timings? timings = null) =>
                Measured(timings, () => Ask(bareReader, "/bytes", null, HttpStatusCode.OK, bytes.Length, requests));
            // Warm-up until tiered compilation is idle: it starts after a tenth of a second without other compilation.
            for (var round = 0; round < (conditions.Size < 1 ? 1 : 5); round++) _ = await Given() + await Told() + await Bare();

            for (var round = 0; round < conditions.Rounds; round++)
            {
                await Given(again.Subject);
                await Bare(again.Baseline);
                await Told(told.Subject);
                await Bare(told.Baseline);
                conditions.Say($"values {round + 1} of {conditions.Rounds}");
            }

            return
            [
                again.Speed("given again", requests, requests, "requests/s"),
                told.Speed("304", requests, requests, "requests/s") with { Target = Target.AtLeast(0.9) },
            ];
        }
        finally
        {
            bare.Kill();
            await bare.WaitForExitAsync();
        }
    }

    private static async Task<int> Measured(Timings? timings, Func<Task<int>> work) =>
        timings is null ? await work() : await timings.Time(work);

    private static async Task<int> Ask(HttpClient client, string address, string? tag, HttpStatusCode expected, int length, int requests)
    {
        var left = requests;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
                using var response = await client.SendAsync(request);
                var body = await response.Content.ReadAsByteArrayAsync();
                Require.That(
                    response.StatusCode == expected && body.Length == length,
                    $"{address} was answered with {(int)response.StatusCode} and {body.Length} bytes.");
            }
        })));
        return requests;
    }

    private static HttpClient Reader(Uri at)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = at };
        client.DefaultRequestHeaders.Add("X-Api-Key", "demo-analyst");
        return client;
    }
}
