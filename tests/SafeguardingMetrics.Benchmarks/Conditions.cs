namespace SafeguardingMetrics.Benchmarks;

/// <summary>The conditions of a measurement, from the command line.</summary>
internal sealed record Conditions
{
    /// <summary>The share of the full size: 1 for figures, less to check that everything runs.</summary>
    public double Size { get; init; } = 1;

    /// <summary>The number of rounds, in which subject and baseline alternate.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>The directory of databases and bodies. For meaningful figures it must be on a disk.</summary>
    public string Data { get; init; } = Path.GetTempPath();

    /// <summary>The duration of the benchmark <c>load</c>.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Receives the progress.</summary>
    public Action<string> Say { get; init; } = Console.Error.WriteLine;

    /// <summary>Scales a number of the full size, to at least a minimum.</summary>
    public int Of(int full) => Math.Max(Math.Min(full, 100), (int)(full * Size));
}
