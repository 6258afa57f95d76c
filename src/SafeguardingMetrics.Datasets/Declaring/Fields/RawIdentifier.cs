namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Knows an NHS number or UPN where it does not belong: in a column that has slipped, or as an agency's own id. Such a
/// value is refused and not repeated, since it would be kept as it is. One in eleven numbers of ten digits passes for
/// an NHS number: an agency whose own ids are such gives them a letter.
/// </summary>
internal static class RawIdentifier
{
    private const int Nhs = 10;
    private const int SpacedNhs = 12;
    private const int Pupil = 13;

    /// <summary>True where a valid one stands in the text, by itself or among other words.</summary>
    public static bool ContainsIdentifier(ReadOnlySpan<byte> utf8)
    {
        // Either kind has ten digits at least, and hardly a team's name has: most texts end before ten could follow their first.
        if (utf8.Length < Nhs || utf8.IndexOfAnyInRange((byte)'0', (byte)'9') is var first && (first < 0 || utf8.Length - first < Nhs))
            return false;
        if (CountDigits(utf8) < Nhs) return false;
        for (var start = 0; start + Nhs <= utf8.Length; start++)
        {
            if (start > 0 && char.IsAsciiLetterOrDigit((char)utf8[start - 1])) continue;
            if (IsStandalone(utf8, start, Nhs) && NhsNumber.IsValid(utf8.Slice(start, Nhs))) return true;
            if (IsStandalone(utf8, start, SpacedNhs) && NhsNumber.IsValid(utf8.Slice(start, SpacedNhs))) return true;
            if (IsStandalone(utf8, start, Pupil) && Upn.IsValid(utf8.Slice(start, Pupil))) return true;
        }

        return false;
    }

    /// <summary>True where the text has the form of one, mistyped or not: it is not shown.</summary>
    public static bool LooksLikeIdentifier(ReadOnlySpan<byte> utf8)
    {
        var (digits, letters) = (0, 0);
        foreach (var b in utf8)
        {
            if (char.IsAsciiDigit((char)b)) digits++;
            else if (char.IsAsciiLetter((char)b)) letters++;
        }

        return (letters == 0 && digits == Nhs) || (letters is 1 or 2 && digits + letters == Pupil) || ContainsIdentifier(utf8);
    }

    private static int CountDigits(ReadOnlySpan<byte> utf8)
    {
        var digits = 0;
        foreach (var b in utf8)
            if (char.IsAsciiDigit((char)b)) digits++;
        return digits;
    }

    private static bool IsStandalone(ReadOnlySpan<byte> utf8, int start, int length) =>
        start + length == utf8.Length || (start + length < utf8.Length && !char.IsAsciiLetterOrDigit((char)utf8[start + length]));
}
