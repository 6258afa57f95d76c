using System.Diagnostics;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>What the rounds of one thing took, in seconds.</summary>
internal sealed class Timings
{
    private readonly List<double> seconds = [];
    private readonly List<double> processor = [];

    /// <summary>Asks how much processor time was spent so far, by the process that does the work; this one unless given.</summary>
    public Func<TimeSpan> Processor { get; init; } = () => Environment.CpuUsage.TotalTime;

    /// <summary>The shortest. Noise only ever adds, so this is the nearest to what the thing itself takes.</summary>
    public double Least => seconds.Min();

    public double Median => Of(seconds);

    /// <summary>The least processor time, which others on the machine disturb less than they do the clock's.</summary>
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
