using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Throughput of storing a large return.</summary>
internal static class Ingest
{
    private const int Records = 200_000;

    public static readonly Benchmark Declared = new(
        "ingest",
        "200,000 statutory-visits over HTTP into SQLite (synchronous=FULL, all indexes, findings, cells, receipt), in each format.",
        "A bare loop: the same records, already in memory, by one prepared INSERT into the same table with the same indexes, in "
        + "one transaction.",
        Target.AtLeast(0.75),
        Run);

    private static readonly (string Name, string MediaType)[] Formats =
    [
        ("JSON", MediaTypes.Json), ("NDJSON", MediaTypes.Ndjson), ("CSV", MediaTypes.Csv),
    ];

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        using var folder = new WorkingFolder(conditions);
        var migrated = await MigratedDatabase.Make(folder);
        var database = folder.File("service.db");
        await using var service = await RunningService.Start(folder.Folder("bodies"), $"Data Source={database}");

        var results = new List<Result>();
        foreach (var (format, mediaType) in Formats)
        {
            var pattern = Simulated.Visits(mediaType);
            var records = conditions.Of(Records);
            var body = pattern.Grown(records);
            var rounds = new Rounds { Subject = new() { Processor = () => service.ProcessorTime } };
            // Warm-up: a service that has run for days, as in production.
            var receipt = await service.Post(pattern.Dataset.Name, pattern.Period, mediaType, body, records);
            var bare = BareInsert.Of(database, pattern.Dataset, receipt);
            await bare.Run(migrated, database, new Timings());
            for (var round = 0; round < conditions.Rounds; round++)
            {
                await service.Withdraw(receipt);
                receipt = await rounds.Subject.Time(() => service.Post(pattern.Dataset.Name, pattern.Period, mediaType, body, records));
                await bare.Run(migrated, database, rounds.Baseline);
                conditions.Say($"{format} {round + 1} of {conditions.Rounds}");
            }

            await service.Withdraw(receipt);
            results.Add(rounds.Speed(format, records, bare.Records, "records/s"));
        }

        return results;
    }
}
