namespace SafeguardingMetrics.Benchmarks;

/// <summary>All benchmarks, in the order of the table.</summary>
internal static class BenchmarkCatalogue
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        Ingest.Declared,
        Check.Declared,
        Doubling.Declared,
        RuleCost.Declared,
        Values.Declared,
        ValuesCold.Declared,
        Released.Declared,
        Growth.Declared,
        Changes.Declared,
        Memory.Declared,
        Night.Declared,
        Start.Declared,
        SqlServerIngest.Declared,
        Load.Declared,
    ];

    public static Benchmark? Find(string name) => All.FirstOrDefault(known => known.Name == name);
}
