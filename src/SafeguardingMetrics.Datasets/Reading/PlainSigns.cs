using System.Text;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// Signs that word processors, web pages and keyboards of other scripts put in place of those of ASCII: long dashes and minus signs for
/// the hyphen, full-width letters and digits, and invisible signs between the characters.
/// </summary>
public static class PlainSigns
{
    /// <summary>The value in ASCII; null where it is ASCII already, or has a letter or sign that stands for no other.</summary>
    /// <param name="utf8">The value.</param>
    /// <param name="isOtherSign">True where a sign was replaced by another, and not only taken away.</param>
    public static byte[]? Find(ReadOnlySpan<byte> utf8, out bool isOtherSign)
    {
        isOtherSign = false;
        if (Ascii.IsValid(utf8)) return null;
        var plain = new List<byte>(utf8.Length);
        while (!utf8.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var length) != System.Buffers.OperationStatus.Done) return null;
            utf8 = utf8[length..];
            if (ValueText.IsInvisible(rune)) continue;
            if (FindAscii(rune.Value) is not { } ascii) return null;
            isOtherSign |= ascii != rune.Value && ascii != ' ';
            plain.Add((byte)ascii);
        }

        return [.. plain];
    }

    private static int? FindAscii(int sign) => sign switch
    {
        < 0x80 => sign,
        // No-break, figure and narrow spaces.
        0xA0 or 0x2007 or 0x2009 or 0x202F => ' ',
        // Hyphens, dashes and the minus sign.
        (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE63 => '-',
        0x2044 or 0x2215 => '/',
        // The full-width forms of ASCII.
        >= 0xFF01 and <= 0xFF5E => sign - 0xFEE0,
        _ => null,
    };
}
