namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>Knows, in one pass, an id that needs no closer look. Nearly every id of a return is one.</summary>
internal static class IdentifierText
{
    private const byte Digit = 1;
    private const byte Other = 2;
    private const byte Exponent = 4;
    private static readonly byte[] Kinds = CreateKinds();

    /// <summary>
    /// True where the text has a digit and nothing but letters, digits and <c>_ - / .</c>, so that it is no word for nothing, and cannot
    /// be a number in scientific notation. False says only that it may be something else.
    /// </summary>
    /// <param name="utf8">The value, without blanks around it.</param>
    /// <param name="longest">How many characters it may have.</param>
    public static bool IsPlain(ReadOnlySpan<byte> utf8, int longest)
    {
        if (utf8.IsEmpty || utf8.Length > longest) return false;
        var (all, kinds) = (0, Kinds);
        foreach (var b in utf8)
        {
            var kind = kinds[b];
            if (kind == 0) return false;
            all |= kind;
        }

        // A number begins with a digit, and its power follows an E.
        return (all & Digit) != 0 && ((all & Exponent) == 0 || kinds[utf8[0]] != Digit);
    }

    private static byte[] CreateKinds()
    {
        var kinds = new byte[256];
        foreach (var b in "ABCDFGHIJKLMNOPQRSTUVWXYZabcdfghijklmnopqrstuvwxyz_-/."u8) kinds[b] = Other;
        foreach (var b in "0123456789"u8) kinds[b] = Digit;
        foreach (var b in "Ee"u8) kinds[b] = Exponent;
        return kinds;
    }
}
