using System.Diagnostics;
using System.Globalization;
using System.Net;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Whether reads and nightly returns slow down as the database grows.</summary>
internal static class Growth
{
    private const int Agencies = 10;
    private const int Months = 24;
    private const int Nights = 12;
    private const int NightsAgain = 4;
    private const int NightsBefore = 6;
    private const int NightRecordsBefore = 200;
    private const int NightRecords = 2000;
    private const int Requests = 1000;
    private const int Connections = 4;

    private static readonly (string Name, int Records)[] Stages =
    [
        ("100 thousand", 100_000), ("1 million", 1_000_000), ("10 million", 10_000_000),
    ];

    public static readonly Benchmark Declared = new(
        "growth",
        "99 of 100 GET …/values (24 months by locality, no answer kept, 4 connections) and a nightly return of 2,000 records, "
        + "at 1 and 10 million stored records.",
        "The same at 100 thousand.",
        Target.AtMost(1.25),
        Run);

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        using var folder = new WorkingFolder(conditions);
        var settings = new[] { ("Limits__AnswerBytes", "0"), ("Limits__Requests", "100000000"), ("Limits__Submissions", "1000000") };
        await using var service = await RunningService.Start(folder.Folder("bodies"), $"Data Source={folder.File("service.db")}", settings);
        var keys = new List<string>();
        // Few nights where the run only checks that everything works.
        for (var i = 0; i < (conditions.Size < 1 ? 2 : Agencies); i++) keys.Add(await service.AddAgency($"GROWTH-{i}", "social-care"));
        using var reader = new HttpClient(
            new SocketsHttpHandler { MaxConnectionsPerServer = Connections })
        { BaseAddress = service.Client.BaseAddress };
        reader.DefaultRequestHeaders.Add("X-Api-Key", "demo-analyst");

        var results = new List<Result>();
        (double P99, double Night)? first = null;
        var stored = 0L;
        foreach (var (stage, (name, full)) in Stages.Index())
        {
            stored += await Fill(service, keys, stage, (conditions.Of(full) - stored) / (keys.Count * Months));
            await WrittenOut();
            conditions.Say($"growth: {stored:#,0} records are stored");
            // Warm-up: the measured nights of every stage then replace earlier returns, and the code is compiled.
            for (var before = 0; first is null && before < (conditions.Size < 1 ? 1 : NightsBefore); before++)
            {
                await Nightly(service, keys[0], $"before{before}", conditions.Of(NightRecordsBefore));
                stored += (long)conditions.Of(NightRecordsBefore) * Nights;
            }

            var now = (P99: await Figures(reader, conditions, isFirst: first is null), Night: double.MaxValue);
            for (var again = 0; again < (conditions.Size < 1 ? 1 : NightsAgain); again++)
            {
                now.Night = Math.Min(now.Night, await Nightly(service, keys[0], $"{stage}.{again}", conditions.Of(NightRecords)));
                stored += (long)conditions.Of(NightRecords) * Nights;
            }

            if (first is { } baseline)
            {
                results.Add(new($"values, {name}", Text(now.P99), Text(baseline.P99), now.P99 / baseline.P99));
                results.Add(new($"nightly return, {name}", Text(now.Night), Text(baseline.Night), now.Night / baseline.Night));
            }

            first ??= now;
        }

        return results;
    }

    // Each agency sends each month again, with more records; superseded records stay stored.
    private static async Task<long> Fill(RunningService service, List<string> keys, int stage, long records)
    {
        var size = (int)Math.Max(VisitHistory.Localities, records);
        foreach (var month in VisitHistory.Months(Months))
        {
            var body = VisitHistory.Csv(month, size, $"{stage}");
            foreach (var key in keys) await service.Post(VisitHistory.Dataset, month.ToString(), "text/csv", body, size, key);
        }

        return (long)size * keys.Count * Months;
    }

    // A commit waits for the disk, which must first finish writing the millions of records before.
    private static async Task WrittenOut()
    {
        using var sync = Process.Start("sync");
        await sync.WaitForExitAsync();
        Require.That(sync.ExitCode == 0, "sync wrote all pending data to the disk.");
    }

    private static async Task<double> Figures(HttpClient reader, Conditions conditions, bool isFirst)
    {
        var months = VisitHistory.Months(Months);
        var (from, to) = (months[0].From, months[^1].To);
        var address = $"/v1/indicators/{VisitHistory.Indicator}/values?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&by=locality";
        var least = double.MaxValue;
        // Warm-up: the first reads wait for JIT compilation.
        for (var round = isFirst ? -3 : -1; round < conditions.Rounds; round++)
        {
            var taken = new Latencies("figures");
            var left = conditions.Of(Requests);
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                    await taken.Time(() => reader.GetAsync(address), status => status == (int)HttpStatusCode.OK);
            })));
            Require.That(taken.Errors.Count == 0, $"Figures are answered: {taken.Errors.FirstOrDefault()}");
            if (round >= 0) least = Math.Min(least, taken.Percentile(0.99));
        }

        return least;
    }

    private static async Task<double> Nightly(RunningService service, string key, string mark, int records)
    {
        var timings = new Timings();
        var today = London.Today(TimeProvider.System);
        for (var night = 0; night < Nights; night++)
        {
            // Each night sends another of the last days.
            var day = today.AddDays(night - Nights);
            var body = VisitHistory.Csv(new Period(day, day), records, $"N{mark}.{night}");
            var receipt = await timings.Time(() => service.Post(VisitHistory.Dataset, $"{day:yyyy-MM-dd}", "text/csv", body, records, key));
            // A return that differs from the one before it is doubted (R18), and taken.
            Require.That((int)receipt["records"]!["queried"]! == 0, "The return's records are accepted without a finding.");
        }

        return 1000 * timings.Least;
    }

    private static string Text(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms");
}
