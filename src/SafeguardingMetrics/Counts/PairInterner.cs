using System.Runtime.InteropServices;

namespace SafeguardingMetrics.Counts;

/// <summary>Numbers pairs of numbers in the order in which they are met.</summary>
internal sealed class PairInterner
{
    private readonly Dictionary<long, int> numbers = [];
    private readonly List<(int First, int Second)> pairs = [];

    /// <summary>The pair's number.</summary>
    public int GetOrAdd(int first, int second)
    {
        // Both in one: a record asks for some of these, and one number is quicker to hash than two.
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, ((long)first << 32) | (uint)second, out var isKnown);
        if (isKnown) return number;
        pairs.Add((first, second));
        return number = pairs.Count - 1;
    }

    /// <summary>The number's pair.</summary>
    public (int First, int Second) GetPair(int number) => pairs[number];
}
