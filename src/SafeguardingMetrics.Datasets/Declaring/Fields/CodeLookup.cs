using System.Text;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>Finds a code by its UTF-8 bytes, without making a string where they are exactly the code.</summary>
public sealed class CodeLookup(IReadOnlyList<Code> codes)
{
    private const int LongestLabel = 200;
    private readonly Lazy<Dictionary<string, string?>> labels = new(() => CreateLabels(codes));
    private readonly (byte[] Utf8, string Value)[] codes = [.. codes.Select(code => (Encoding.UTF8.GetBytes(code.Value), code.Value))];

    /// <summary>The code's own string, or null where these bytes are no code of the list.</summary>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        foreach (var (candidate, value) in codes)
            if (utf8.SequenceEqual(candidate)) return value;
        return null;
    }

    /// <summary>The place of the code in its list, or -1.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < codes.Length; i++)
            if (utf8.SequenceEqual(codes[i].Utf8)) return i;
        return -1;
    }

    /// <summary>
    /// The code that was meant by text that is not exactly one: the same in another letter case, or the code's label. Null where
    /// there is none, or where two codes have the label.
    /// </summary>
    /// <returns>The code's own string, and whether the text is more than another letter case of it.</returns>
    public (string? Code, bool IsLabel) FindOtherwise(ReadOnlySpan<byte> utf8)
    {
        foreach (var (candidate, value) in codes)
            if (Ascii.EqualsIgnoreCase(utf8, candidate)) return (value, false);
        if (utf8.Length > LongestLabel || !System.Text.Unicode.Utf8.IsValid(utf8)) return default;
        // A control character is no sign that stands for another: such a text is damaged.
        if (utf8.ContainsAnyInRange((byte)0, (byte)0x1F) || utf8.Contains((byte)0x7F)) return default;
        return labels.Value.GetValueOrDefault(Fold(Encoding.UTF8.GetString(utf8))) is { } code ? (code, true) : default;
    }

    // Codes with spaces or underscores for hyphens, and labels; what would stand for two codes stands for none.
    private static Dictionary<string, string?> CreateLabels(IReadOnlyList<Code> codes)
    {
        var found = new Dictionary<string, string?>();
        foreach (var (text, code) in codes.SelectMany(code => new[] { (code.Value, code.Value), (code.Meaning, code.Value) }))
        {
            var fold = Fold(text);
            found[fold] = found.TryGetValue(fold, out var other) && other != code ? null : code;
        }

        return found;
    }

    private static string Fold(string text) => ValueText.FoldLetters(text);
}
