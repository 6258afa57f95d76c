namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// A unique pupil number: 13 characters, a check letter, the local authority (three digits), the establishment (four),
/// the year (two) and a serial number of three, the last of which is a letter in a temporary UPN (H801200001001
/// permanent, X00180001701A temporary). Either case is accepted; whether the authority exists is not asked.
/// </summary>
/// <remarks>
/// Source: Department for Education, "Unique pupil numbers (UPNs): a guide for schools and local authorities", annex A.
/// Characters 2 to 13 are each multiplied by their place; the remainder of the sum by 23 is the place of the check
/// letter, from 0, in the alphabet without I, O and S. A last letter counts as its own place in that alphabet.
/// </remarks>
public static class Upn
{
    private const int Length = 13;

    /// <summary>The alphabet without the letters that are mistaken for 1, 0 and 5.</summary>
    private static ReadOnlySpan<byte> Letters => "ABCDEFGHJKLMNPQRTUVWXYZ"u8;

    /// <summary>Whether the text is a UPN, permanent or temporary, with the right check letter.</summary>
    public static bool IsValid(ReadOnlySpan<byte> utf8)
    {
        Span<byte> thirteen = stackalloc byte[Length];
        return TryNormalise(utf8, thirteen);
    }

    /// <summary>
    /// Writes the UPN in upper case. When it is not valid the result is false and what was written means nothing.
    /// </summary>
    /// <param name="utf8">The UPN as received.</param>
    /// <param name="thirteenCharacters">Room for the UPN, 13 bytes or more.</param>
    public static bool TryNormalise(ReadOnlySpan<byte> utf8, Span<byte> thirteenCharacters)
    {
        if (utf8.Length != Length)
            return false;

        var sum = 0;
        for (var place = 1; place < Length; place++)
        {
            var character = Upper(utf8[place]);
            var isDigit = char.IsAsciiDigit((char)character);
            var value = isDigit ? character - '0'
                : place == Length - 1 ? Letters.IndexOf(character)
                : -1;
            if (value < 0)
                return false;

            // Places are counted from 0 here and from 1 in the guide.
            sum += value * (place + 1);
            thirteenCharacters[place] = character;
        }

        thirteenCharacters[0] = Upper(utf8[0]);
        return thirteenCharacters[0] == Letters[sum % Letters.Length];
    }

    private static byte Upper(byte character) => char.IsAsciiLetterLower((char)character) ? (byte)(character - 'a' + 'A') : character;
}
