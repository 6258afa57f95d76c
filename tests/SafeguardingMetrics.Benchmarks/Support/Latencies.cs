using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>Latencies and errors of requests of one kind.</summary>
internal sealed class Latencies(string name)
{
    private readonly ConcurrentBag<double> milliseconds = [];
    private readonly ConcurrentBag<string> errors = [];

    public int Count => milliseconds.Count;

    /// <summary>Unexpected responses.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>Sends a request and records its latency, and an error where the status is unexpected.</summary>
    public async Task Time(Func<Task<HttpResponseMessage>> send, Func<int, bool> isGood)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = await send();
            await response.Content.CopyToAsync(Stream.Null);
            if (!isGood((int)response.StatusCode))
                errors.Add($"{name}: {(int)response.StatusCode} {response.RequestMessage?.RequestUri?.PathAndQuery}");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
        {
            errors.Add($"{name}: {fault.Message}");
        }

        milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>A quantile of the latencies, in milliseconds.</summary>
    public double Percentile(double share)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count:#,0} {name}, p50 {Percentile(0.5):0.0} ms, p99 {Percentile(0.99):0.0} ms");
}
