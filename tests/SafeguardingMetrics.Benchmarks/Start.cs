using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>
/// Time from process start to the first response, of programs as they are published: compiled ahead. Below the full size, which only checks
/// that everything runs, they are taken as they are built.
/// </summary>
internal static class Start
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static readonly Benchmark Declared = new(
        "start",
        "From the start of the process to the first 200 of /health/ready, which asks the database; on an existing database, "
        + "outside Development. The program is published compiled ahead, as in the image.",
        "A bare minimal API, published alike, to the first 200 of its one route.",
        Target.AtMost(2.5),
        Run);

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        using var folder = new WorkingFolder(conditions);
        var database = $"Data Source={folder.File("service.db")}";
        await using (var service = await RunningService.Start(folder.Folder("bodies"), database))
        {
            var pattern = Simulated.Visits(MediaTypes.Json);
            var records = conditions.Of(10_000);
            await service.Post(pattern.Dataset.Name, pattern.Period, MediaTypes.Json, pattern.Grown(records), records);
        }

        var (program, bare) = conditions.Size < 1
            ? (RunningService.Program, BareApi.Program)
            : (await PublishedProgram.Publish("src/SafeguardingMetrics", folder.Folder("service")),
                await PublishedProgram.Publish("tests/SafeguardingMetrics.BareApi", folder.Folder("bare-api")));
        var (subject, baseline) = (new Timings(), new Timings());
        for (var round = -1; round < (conditions.Size < 1 ? 1 : conditions.Rounds * 2); round++)
        {
            // The first round reads the programs from the disk.
            var isCounted = round >= 0;
            (isCounted ? subject : new()).Add(
                await FirstAnswer(
                    RunningService.Command(program, folder.Folder("bodies"), database, ("ASPNETCORE_ENVIRONMENT", "Production")),
                    "/health/ready"));
            (isCounted ? baseline : new()).Add(await FirstAnswer(BareApi.Command(bare, folder.Folder("bare")), "/"));
        }

        return [new("", Text(subject.Least), Text(baseline.Least), subject.Least / baseline.Least)
        {
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"least of each; by medians {subject.Median / baseline.Median:0.00} ({Text(subject.Median)} and {Text(baseline.Median)})"),
        }];
    }

    private static async Task<double> FirstAnswer(ProcessStartInfo start, string path)
    {
        var port = FreePort();
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var client = new HttpClient();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        // Drain the output to the end: the process blocks when the pipe is full.
        var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            while (true)
            {
                Require.That(
                    !process.HasExited && Stopwatch.GetElapsedTime(began) < Longest,
                    $"{string.Join(' ', start.ArgumentList)} answers {path}.");
                try
                {
                    using var response = await client.GetAsync($"http://127.0.0.1:{port}{path}");
                    if (response.StatusCode == HttpStatusCode.OK) return Stopwatch.GetElapsedTime(began).TotalSeconds;
                }
                catch (HttpRequestException)
                {
                    // The service does not listen yet.
                }

                await Task.Delay(2);
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            await reading;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds:0} ms");
}
