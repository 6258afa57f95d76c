namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// Knows, in one pass, an id that needs no closer look, as nearly every id of a return is, and what ids have in common that differ only
/// in capitals or in zeros before a number.
/// </summary>
internal static class IdentifierText
{
    /// <summary>The most characters of an id.</summary>
    public const int Longest = 36;

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

    /// <summary>
    /// Writes an id in capitals and without zeros before a number: <c>c-0012</c> and <c>C-12</c> become <c>C-12</c>.
    /// </summary>
    /// <param name="id">The id, of ASCII.</param>
    /// <param name="folded">Room for as many characters.</param>
    /// <returns>How many characters were written; -1 where the id is so already, or is longer than an id can be.</returns>
    public static int Fold(ReadOnlySpan<char> id, Span<char> folded)
    {
        if (id.Length > Longest) return -1;
        var (length, isChanged, isInNumber) = (0, false, false);
        for (var i = 0; i < id.Length; i++)
        {
            var sign = id[i];
            if (char.IsAsciiLetterLower(sign))
            {
                (sign, isChanged) = ((char)(sign - 'a' + 'A'), true);
            }
            else if (sign == '0' && !isInNumber && i + 1 < id.Length && char.IsAsciiDigit(id[i + 1]))
            {
                isChanged = true;
                continue;
            }

            isInNumber = char.IsAsciiDigit(sign);
            folded[length++] = sign;
        }

        return isChanged ? length : -1;
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
