using System.Diagnostics;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>The durations of rounds, in seconds.</summary>
internal sealed class Timings
{
    private readonly List<double> seconds = [];
    private readonly List<double> processor = [];

    /// <summary>Returns the processor time of the process that does the work; by default of this process.</summary>
    public Func<TimeSpan> Processor { get; init; } = () => Environment.CpuUsage.TotalTime;

    /// <summary>The shortest duration. Noise only ever adds, so the shortest is the best estimate.</summary>
    public double Least => seconds.Min();

    public double Median => Of(seconds);

    /// <summary>The least processor time, which other processes disturb less than the elapsed time.</summary>
    public double LeastProcessor => processor.Count == 0 ? 0 : processor.Min();

    public double Sum => seconds.Sum();

    public void Add(double taken) => seconds.Add(taken);

    public async Task<T> Time<T>(Func<Task<T>> work)
    {
        var (began, spent) = (Stopwatch.GetTimestamp(), Processor());
        var made = await work();
        Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        processor.Add((Processor() - spent).TotalSeconds);
        return made;
    }

    public T Time<T>(Func<T> work)
    {
        var (began, spent) = (Stopwatch.GetTimestamp(), Processor());
        var made = work();
        Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        processor.Add((Processor() - spent).TotalSeconds);
        return made;
    }

    public static double Of(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
