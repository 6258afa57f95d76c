using System.Text;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>Finds a code by its UTF-8 bytes, exact to the letter, without making a string.</summary>
public sealed class CodeLookup(IReadOnlyList<Code> codes)
{
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
}
