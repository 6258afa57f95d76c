using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Benchmarks.Support;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Throughput of a large county's nightly returns.</summary>
internal static class Night
{
    private const int Agencies = 150;
    private const int AtOnce = 8;

    // The records that one agency of a sector sends in a night: ten thousand each.
    private static readonly (string Sector, int Agencies, (string Dataset, int Records)[] Returns)[] Sectors =
    [
        ("social-care", 30, [("open-cases", 4_000), ("statutory-visits", 4_000), ("strategy-meetings", 2_000)]),
        ("health", 30, [("health-assessments", 10_000)]),
        ("police", 30, [("police-notifications", 10_000)]),
        ("school", 60, [("school-attendance", 10_000)]),
    ];

    public static readonly Benchmark Declared = new(
        "night",
        "150 agencies' nightly returns of five sorts in three formats, 1.5 million records in all, 8 at a time.",
        "The sum of each return's bare insert: its records, already in memory, by one prepared INSERT in a transaction of its own.",
        Target.AtLeast(0.60),
        Run);

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        var posts = Posts(conditions).ToList();
        Require.That(conditions.Size < 1 || posts.Select(post => post.Agency).Distinct().Count() == Agencies, "Every agency sends.");
        var records = posts.Sum(post => post.Records);
        var rounds = new Rounds();
        var stored = 0;
        // A night is long and its rounds vary little: half as many rounds suffice.
        for (var round = 0; round < (conditions.Rounds + 1) / 2; round++)
        {
            using var folder = new WorkingFolder(conditions);
            var migrated = await MigratedDatabase.Make(folder);
            var database = folder.File("service.db");
            await using var service = await RunningService.Start(folder.Folder("bodies"), $"Data Source={database}");
            var keys = new Dictionary<string, string>();
            foreach (var post in posts)
                if (!keys.ContainsKey(post.Agency)) keys[post.Agency] = await service.AddAgency(post.Agency, post.Sector);
            await WarmUp(service);

            var receipts = await rounds.Subject.Time(() => Send(service, posts, keys));
            conditions.Say($"night {round + 1}: {posts.Count} returns are taken");
            var bare = new Timings();
            stored = 0;
            foreach (var (post, receipt) in receipts)
            {
                var insert = BareInsert.Of(database, post.Pattern.Dataset, receipt);
                await insert.Run(migrated, database, bare);
                stored += insert.Records;
            }

            rounds.Baseline.Add(bare.Sum);
        }

        return [rounds.Speed("", records, stored, "records/s")];
    }

    // Warm-up: each dataset is stored once.
    private static async Task WarmUp(RunningService service)
    {
        foreach (var sector in Sectors)
        {
            var key = await service.AddAgency($"WARM-{sector.Sector.ToUpperInvariant()}", sector.Sector);
            foreach (var (dataset, records) in sector.Returns)
            {
                var pattern = Simulated.Largest(dataset);
                await service.Post(dataset, pattern.Period, pattern.MediaType, pattern.Grown(records, "W"), records, key);
            }
        }
    }

    private static async Task<IReadOnlyCollection<(Post Post, JsonNode Receipt)>> Send(
        RunningService service, IReadOnlyList<Post> posts, Dictionary<string, string> keys)
    {
        var receipts = new ConcurrentBag<(Post, JsonNode)>();
        await Parallel.ForEachAsync(posts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (post, _) =>
            receipts.Add(
                (
                    post,
                    await service.Post(
                        post.Pattern.Dataset.Name, post.Pattern.Period, post.Pattern.MediaType, post.Body, post.Records,
                        keys[post.Agency]))));
        Require.That(receipts.Count == posts.Count, "Each return has its receipt.");
        return receipts;
    }

    private static IEnumerable<Post> Posts(Conditions conditions)
    {
        foreach (var (sector, agencies, returns) in Sectors)
            for (var i = 0; i < Math.Ceiling(agencies * conditions.Size); i++)
                foreach (var (dataset, full) in returns)
                {
                    var (pattern, records) = (Simulated.Largest(dataset), conditions.Of(full));
                    yield return new($"{sector.ToUpperInvariant()}-{i}", sector, pattern, pattern.Grown(records, $"{i}."), records);
                }
    }

    private sealed record Post(string Agency, string Sector, Simulated Pattern, byte[] Body, int Records);
}
