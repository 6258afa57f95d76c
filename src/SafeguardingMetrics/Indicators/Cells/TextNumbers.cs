namespace SafeguardingMetrics.Indicators.Cells;

/// <summary>Numbers texts in the order in which they are met: a number is quicker to hash than a name.</summary>
internal sealed class TextNumbers
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    /// <summary>The text's number; -1 for null.</summary>
    public int Of(string? text)
    {
        if (text is null) return -1;
        if (numbers.TryGetValue(text, out var number)) return number;
        texts.Add(text);
        return numbers[text] = texts.Count - 1;
    }

    /// <summary>The number's text.</summary>
    public string TextOf(int number) => texts[number];
}
