using System.Diagnostics;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>What the rounds of one thing took, in seconds.</summary>
internal sealed class Timings
{
    private readonly List<double> seconds = [];

    /// <summary>The shortest. Noise only ever adds, so this is the nearest to what the thing itself takes.</summary>
    public double Least => seconds.Min();

    public double Median => Of(seconds);

    public void Add(double taken) => seconds.Add(taken);

    public async Task Time(Func<Task> work) => await Time(async () => { await work(); return true; });

    public async Task<T> Time<T>(Func<Task<T>> work)
    {
        var began = Stopwatch.GetTimestamp();
        var made = await work();
        Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return made;
    }

    public T Time<T>(Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        var made = work();
        Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return made;
    }

    public static double Of(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
