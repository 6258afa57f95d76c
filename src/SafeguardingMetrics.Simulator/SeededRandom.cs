using System.Numerics;

namespace SafeguardingMetrics.Simulator;

/// <summary>
/// Reproducible random numbers. Each entity has a sequence of its own, keyed by seed, name and numbers, so that a
/// change to one entity does not change the others.
/// </summary>
/// <remarks>
/// SplitMix64 and FNV-1a, because neither <see cref="Random"/> nor string hash codes are stable across .NET versions.
/// </remarks>
internal sealed class SeededRandom
{
    private ulong state;

    private SeededRandom(ulong state) => this.state = state;

    public static SeededRandom Create(int seed, string thing, long first = 0, long second = 0)
    {
        var key = 14695981039346656037UL;
        foreach (var letter in thing)
            key = (key ^ letter) * 1099511628211UL;
        key = Mix(key + (ulong)seed);
        key = Mix(key ^ (ulong)first);
        return new SeededRandom(Mix(key ^ BitOperations.RotateLeft((ulong)second, 32)));
    }

    /// <summary>A number from 0 up to but not including 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the probability given, 0 to 1.</summary>
    public bool NextBoolean(double probability) => NextDouble() < probability;

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)(NextDouble() * (high - low + 1));

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Between(0, choices.Length - 1)];

    /// <summary>Picks a choice by weight. The weights need not add up to 1.</summary>
    public T PickWeighted<T>(params ReadOnlySpan<(double Weight, T Choice)> choices)
    {
        var total = 0.0;
        foreach (var (weight, _) in choices)
            total += weight;
        var remaining = NextDouble() * total;
        foreach (var (weight, choice) in choices)
            if ((remaining -= weight) < 0)
                return choice;
        return choices[^1].Choice;
    }

    /// <summary>A Poisson-distributed number with this mean (Knuth's algorithm).</summary>
    public int NextPoisson(double mean)
    {
        // Knuth's product underflows above a mean of about 700, which only a large --scale reaches.
        var count = 0;
        for (; mean > 500; mean -= 500)
            count += NextPoisson(500.0);
        var limit = Math.Exp(-mean);
        for (var product = NextDouble(); product > limit; product *= NextDouble())
            count++;
        return count;
    }

    /// <summary>An exponentially distributed number with this mean.</summary>
    public double NextExponential(double mean) => -mean * Math.Log(1 - NextDouble());

    public int NextBinomial(int trials, double probability)
    {
        var count = 0;
        for (var trial = 0; trial < trials; trial++)
            if (NextBoolean(probability))
                count++;
        return count;
    }

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
