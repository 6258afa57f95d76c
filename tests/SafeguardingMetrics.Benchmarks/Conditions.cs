namespace SafeguardingMetrics.Benchmarks;

/// <summary>How it was asked to be measured.</summary>
internal sealed record Conditions
{
    /// <summary>Of the full size; 1 for figures, little to see that everything runs.</summary>
    public double Size { get; init; } = 1;

    /// <summary>How often subject and baseline take turns.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>The directory under which databases and bodies lie: on a disk, where figures are to mean anything.</summary>
    public string Data { get; init; } = Path.GetTempPath();

    /// <summary>How long the service is loaded by <c>load</c>.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Where progress is told.</summary>
    public Action<string> Say { get; init; } = Console.Error.WriteLine;

    /// <summary>A number of the full size, as large as was asked for, and never too small to be anything.</summary>
    public int Of(int full) => Math.Max(Math.Min(full, 100), (int)(full * Size));
}
