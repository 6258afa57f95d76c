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
        if (id.Length > Longest || !NeedsFolding(id)) return -1;
        var length = 0;
        for (var i = 0; i < id.Length; i++)
            if (!IsZeroBefore(id, i)) folded[length++] = char.IsAsciiLetterLower(id[i]) ? (char)(id[i] - 'a' + 'A') : id[i];
        return length;
    }

    private static bool NeedsFolding(ReadOnlySpan<char> id)
    {
        if (id.ContainsAnyInRange('a', 'z')) return true;
        for (var i = id.IndexOf('0'); i >= 0 && i < id.Length; i++)
            if (IsZeroBefore(id, i)) return true;
        return false;
    }

    // A zero of which only zeros stand before it in its number, and a digit behind it.
    private static bool IsZeroBefore(ReadOnlySpan<char> id, int at)
    {
        if (id[at] != '0' || at + 1 == id.Length || !char.IsAsciiDigit(id[at + 1])) return false;
        var before = at - 1;
        while (before >= 0 && id[before] == '0') before--;
        return before < 0 || !char.IsAsciiDigit(id[before]);
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
