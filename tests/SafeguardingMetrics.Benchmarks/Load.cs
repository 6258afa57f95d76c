using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Simulator;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>The whole service under load: latency, errors and growth of memory.</summary>
internal static class Load
{
    private const int Readers = 4;
    private const int Samples = 90;
    private const int NightsEach = 60;

    public static readonly Benchmark Declared = new(
        "load",
        "The simulator's nights posted one return after another as fast as they are answered, and four readers beside it, for "
        + "five minutes: no error, no growth of memory.",
        "The median working set of the middle third of that time; measured is the last third's over it.",
        Target.AtMost(1.1),
        Run);

    // Requests of boards and analysts. Weeks, returns and cases are not for boards.
    private static readonly (string Address, string Key)[] Requests =
    [
        ("/v1/indicators/visits-on-time/values?interval=month&by=locality", "demo-board"),
        ("/v1/indicators/visits-on-time/values?interval=week&by=team", "demo-analyst"),
        ("/v1/indicator-values?codes=visits-on-time,visit-lateness&interval=month&by=agency", "demo-board"),
        ("/v1/indicators/visits-on-time/chart?interval=month", "demo-board"),
        ("/v1/data-quality", "demo-board"),
        ("/v1/return-schedule/overdue", "demo-analyst"),
        ("/v1/returns", "demo-analyst"),
        ("/v1/indicators", "demo-board"),
    ];

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        using var folder = new WorkingFolder(conditions);
        // Rate limits are raised, since they are not measured here. The runtime's diagnostic socket is in the folder of
        // temporary files.
        await using var service = await RunningService.Start(
            Path.GetTempPath(), $"Data Source={folder.File("service.db")}",
            [.. new[] { "Submissions", "Requests" }.Select(budget => ($"Limits__{budget}", "1000000"))]);
        using var heap = new ManagedHeap(service.Id);
        using var end = new CancellationTokenSource();
        var (posts, reads) = (new Latencies("returns"), new Latencies("readings"));
        var work = Task.WhenAll(
            [
                Task.Run(() => Post(service, conditions, posts, end.Token)),
                .. Enumerable.Range(0, Readers).Select(reader => Task.Run(() => Read(service, reader, reads, end.Token))),
            ]);

        var sizes = await Watch(service, heap, conditions, posts, reads);
        await end.CancelAsync();
        await work;
        var errors = posts.Errors.Concat(reads.Errors).ToList();
        Require.That(errors.Count == 0, $"{errors.Count} errors, such as {errors.FirstOrDefault()}");
        Require.That(posts.Count > 0 && reads.Count > 0, $"{posts} and {reads}");

        var third = sizes.Count / 3;
        var (middle, last) = (Timings.Of(sizes[third..(2 * third)]), Timings.Of(sizes[(2 * third)..]));
        return [new("", $"{posts}; {reads}; no error; {Mebibytes(last)}", Mebibytes(middle), last / middle)];
    }

    private static async Task<List<double>> Watch(
        RunningService service, ManagedHeap heap, Conditions conditions, Latencies posts, Latencies reads)
    {
        var (sizes, began, told) = (new List<double>(), Stopwatch.GetTimestamp(), TimeSpan.Zero);
        for (var i = 0; i <= Samples; i++)
        {
            sizes.Add(ProcessMemory.Now(service.Id));
            if (i == 0 || i == Samples || Stopwatch.GetElapsedTime(began) >= told + TimeSpan.FromSeconds(30))
            {
                told = Stopwatch.GetElapsedTime(began);
                conditions.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{told:mm\\:ss} {Mebibytes(sizes[^1])} in memory, {heap.Megabytes:0} MB managed; {posts}; {reads}; "
                        + $"{posts.Errors.Count + reads.Errors.Count} errors"));
            }

            if (i < Samples) await Task.Delay(conditions.Duration / Samples);
        }

        return sizes;
    }

    // One simulated county after another, so that there are always returns to post.
    private static async Task Post(RunningService service, Conditions conditions, Latencies posts, CancellationToken end)
    {
        var keys = new Dictionary<string, string>
        {
            ["EXA-CSC"] = "demo-social-care", ["EXA-ICB"] = "demo-health", ["EXA-POL"] = "demo-police",
            ["EXA-SCH-01"] = "demo-school",
        };
        var yesterday = London.Today(TimeProvider.System).AddDays(-1);
        for (var seed = 1; !end.IsCancellationRequested; seed++)
            foreach (
                var posted in new Partnership
                {
                    Seed = seed, Scale = Math.Max(0.1, conditions.Size),
                }.Returns(yesterday.AddDays(-NightsEach), yesterday))
            {
                if (end.IsCancellationRequested) return;
                if (!keys.TryGetValue(posted.Agency, out var key)) continue;
                await posts.Time(() =>
                {
                    var request = new HttpRequestMessage(
                        HttpMethod.Post, $"/v1/returns/{posted.Dataset}?period={Uri.EscapeDataString(posted.Period)}")
                    {
                        Content = new ByteArrayContent(posted.Body),
                    };
                    request.Content.Headers.ContentType = new MediaTypeHeaderValue(posted.ContentType);
                    request.Headers.Add("X-Api-Key", key);
                    return service.Client.SendAsync(request, CancellationToken.None);
                }, status => status is 200 or 201 or 202 or 422);
            }
    }

    private static async Task Read(RunningService service, int reader, Latencies reads, CancellationToken end)
    {
        for (var i = reader; !end.IsCancellationRequested; i++)
        {
            var (address, key) = Requests[i % Requests.Length];
            await reads.Time(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Add("X-Api-Key", key);
                return service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            }, status => status == 200);
        }
    }

    private static string Mebibytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / ProcessMemory.Mebibyte:0} MiB");
}
