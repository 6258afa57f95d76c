using System.Runtime.CompilerServices;

namespace SafeguardingMetrics.Counts;

/// <summary>Numbers texts in the order in which they are met: a number is quicker to hash than a name.</summary>
internal sealed class StringInterner
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly (string? Text, int Number)[] met = new (string?, int)[64];

    /// <summary>The text's number; -1 for null.</summary>
    public int GetOrAdd(string? text)
    {
        if (text is null) return -1;
        // Texts of a return come from its pool: the same text is nearly always the same object, and need not be read to
        // be known.
        ref var last = ref met[RuntimeHelpers.GetHashCode(text) & (met.Length - 1)];
        if (!ReferenceEquals(last.Text, text)) last = (text, FindOrAdd(text));
        return last.Number;
    }

    /// <summary>The number's text.</summary>
    public string GetString(int number) => texts[number];

    private int FindOrAdd(string text)
    {
        if (numbers.TryGetValue(text, out var number)) return number;
        texts.Add(text);
        return numbers[text] = texts.Count - 1;
    }
}
