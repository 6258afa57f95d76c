using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>What requests of one kind took, and what went wrong.</summary>
internal sealed class Latencies(string name)
{
    private readonly ConcurrentBag<double> milliseconds = [];
    private readonly ConcurrentBag<string> errors = [];

    public int Count => milliseconds.Count;

    /// <summary>What was answered otherwise than it should.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>Sends, and notes how long it took and whether the status will do.</summary>
    public async Task Time(Func<Task<HttpResponseMessage>> send, Func<int, bool> isGood)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = await send();
            await response.Content.CopyToAsync(Stream.Null);
            if (!isGood((int)response.StatusCode)) errors.Add($"{name}: {(int)response.StatusCode} {response.RequestMessage?.RequestUri?.PathAndQuery}");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
        {
            errors.Add($"{name}: {fault.Message}");
        }

        milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>The time within which a share of them was answered, in milliseconds.</summary>
    public double Percentile(double share)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count:#,0} {name}, p50 {Percentile(0.5):0.0} ms, p99 {Percentile(0.99):0.0} ms");
}
