using System.Globalization;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Memory that returns need while they are stored.</summary>
internal static class Memory
{
    private const int Records = 1_000_000;
    private const int Together = 8;
    private const int RecordsOfEach = 50_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public static readonly Benchmark Declared = new(
        "memory",
        "Peak working set over idle while 1,000,000 statutory-visits arrive in one CSV, and while 8 returns of 50,000 arrive together.",
        "The same process, idle: started, one small return taken, figures read, and a pause.",
        Target.AtMost(96, "MiB"),
        Run);

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        var pattern = Simulated.Visits(MediaTypes.Csv);
        var large = conditions.Of(Records);
        var one = await Measure(conditions, "one large", [(pattern.Grown(large), large)], Declared.Target);
        var each = conditions.Of(RecordsOfEach);
        var eight = await Measure(
            conditions, "8 together", [.. Enumerable.Range(0, Together).Select(i => (pattern.Grown(each, $"{i}."), each))],
            Target.AtMost(160, "MiB"));
        return [one, eight];
    }

    private static async Task<Result> Measure(
        Conditions conditions, string name, IReadOnlyList<(byte[] Body, int Records)> bodies, Target target)
    {
        var pattern = Simulated.Visits(MediaTypes.Csv);
        using var folder = new WorkingFolder(conditions);
        await using var service = await RunningService.Start(folder.Folder("bodies"), $"Data Source={folder.File("service.db")}");
        var keys = new List<string>();
        for (var i = 0; i < bodies.Count; i++) keys.Add(await service.AddAgency($"MEM-{i}", "social-care"));
        await service.Post(pattern.Dataset.Name, pattern.Period, MediaTypes.Csv, pattern.Grown(100), 100);
        await service.Figures("visits-on-time");
        await Task.Delay(conditions.Size < 1 ? TimeSpan.Zero : Rest);

        var idle = ProcessMemory.Now(service.Id);
        ProcessMemory.ForgetMost(service.Id);
        await Task.WhenAll(
            bodies.Select(
                (body, i) => service.Post(pattern.Dataset.Name, pattern.Period, MediaTypes.Csv, body.Body, body.Records, keys[i])));
        var most = ProcessMemory.Most(service.Id);
        Require.That(most >= idle * 0.9, $"The peak, {most} bytes, is below the memory of the idle process, {idle}.");
        return new(name, Text(most), Text(idle), (most - idle) / ProcessMemory.Mebibyte) { Target = target };
    }

    private static string Text(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / ProcessMemory.Mebibyte:0} MiB");
}
