using System.Runtime.InteropServices;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Counts;

/// <summary>Numbers pairs of numbers in the order in which they are met.</summary>
internal sealed class PairInterner
{
    private readonly Dictionary<long, int> numbers = [];

    // Odd, so that different numbers stay different. A number's own hash is its two halves, one taken exclusively with the other:
    // pairs of equal numbers would all have the same.
    private readonly long factor = HashSeed.Create() | 1;
    private readonly List<(int First, int Second)> pairs = [];

    /// <summary>The pair's number.</summary>
    public int GetOrAdd(int first, int second)
    {
        // Both in one: a record asks for some of these, and one number is quicker to hash than two.
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, GetKey(first, second), out var isKnown);
        if (isKnown) return number;
        pairs.Add((first, second));
        return number = pairs.Count - 1;
    }

    /// <summary>The pair as one number, which is another for each pair.</summary>
    internal long GetKey(int first, int second) => unchecked((((long)first << 32) | (uint)second) * factor);

    /// <summary>The number's pair.</summary>
    public (int First, int Second) GetPair(int number) => pairs[number];
}
