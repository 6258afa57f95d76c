using System.Text;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Knows an NHS number or UPN where it does not belong, however it is dressed: in a column that has slipped, in the name of a team, or as
/// an agency's own id. Such a value is refused and not repeated, since it would be kept as it is. One in eleven numbers of ten digits
/// passes for an NHS number: an agency whose own ids have ten digits declares it (see <see cref="OwnIdentifiers"/>).
/// </summary>
/// <remarks>
/// An NHS number is ten digits that are no part of a longer run, with the right check digit: plain, whatever letters stand beside them, or
/// in groups of three, three and four with a sign or space between. A UPN is plain, or divided where its parts meet. Full-width and other
/// forms of digits and letters count as the plain ones (Unicode NFKC), and invisible signs as nothing.
/// </remarks>
internal static class RawIdentifier
{
    private const int Nhs = 10;
    private const int Pupil = 13;
    private const int MostSigns = 4;

    // After how many characters of a UPN a sign may stand: the letter, authority, school and year; or halves as some print it.
    private static readonly int[][] Divisions = [[], [1, 4, 8, 10], [1, 7], [3, 7, 10]];

    /// <summary>True where a valid one stands in the text, by itself or among other words.</summary>
    public static bool ContainsIdentifier(ReadOnlySpan<byte> utf8)
    {
        // Either kind has ten digits at least, and hardly a team's name has: most texts end before ten could follow their first.
        if (utf8.Length < Nhs) return false;
        if (!Ascii.IsValid(utf8)) return ContainsIdentifierInPlain(Encoding.UTF8.GetBytes(MakePlain(Encoding.UTF8.GetString(utf8))));
        var first = utf8.IndexOfAnyInRange((byte)'0', (byte)'9');
        return first >= 0 && utf8.Length - first >= Nhs && ContainsIdentifierInPlain(utf8);
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

    private static bool ContainsIdentifierInPlain(ReadOnlySpan<byte> utf8)
    {
        if (CountDigits(utf8) < Nhs) return false;
        for (var at = 0; at < utf8.Length; at++)
        {
            if (IsDigit(utf8, at) && !IsDigit(utf8, at - 1) && HasNhsNumber(utf8[at..])) return true;
            if (char.IsAsciiLetter((char)utf8[at]) && !IsLetterOrDigit(utf8, at - 1) && HasUpn(utf8[at..])) return true;
        }

        return false;
    }

    // The text begins with the first digit of a run.
    private static bool HasNhsNumber(ReadOnlySpan<byte> utf8)
    {
        Span<byte> digits = stackalloc byte[Nhs];
        var run = CountRun(utf8);
        if (run == Nhs) return NhsNumber.IsValid(utf8[..Nhs]);
        if (run != 3 || utf8.Length < Nhs + 2 || CountRun(utf8[4..]) != 3 || CountRun(utf8[8..]) != 4) return false;
        if (IsLetterOrDigit(utf8, 3) || IsLetterOrDigit(utf8, 7)) return false;
        utf8[..3].CopyTo(digits);
        utf8[4..7].CopyTo(digits[3..]);
        utf8[8..12].CopyTo(digits[6..]);
        return NhsNumber.IsValid(digits);
    }

    // The text begins with a letter that no letter or digit stands before.
    private static bool HasUpn(ReadOnlySpan<byte> utf8)
    {
        Span<byte> characters = stackalloc byte[Pupil];
        Span<int> signs = stackalloc int[MostSigns];
        var (count, divided) = (0, 0);
        for (var at = 0; at < utf8.Length; at++)
        {
            if (IsLetterOrDigit(utf8, at))
            {
                if (count == Pupil) return false;
                characters[count++] = utf8[at];
            }
            else if (count == Pupil)
            {
                break;
            }
            else if (IsLetterOrDigit(utf8, at + 1) && divided < MostSigns)
            {
                signs[divided++] = count;
            }
            else
            {
                return false;
            }
        }

        return count == Pupil && IsDivision(signs[..divided]) && Upn.IsValid(characters);
    }

    private static bool IsDivision(ReadOnlySpan<int> signs)
    {
        foreach (var division in Divisions)
            if (signs.IndexOfAnyExcept(division) < 0) return true;
        return false;
    }

    private static string MakePlain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(rune => !ValueText.IsInvisible(rune)));

    private static int CountDigits(ReadOnlySpan<byte> utf8)
    {
        var digits = 0;
        foreach (var b in utf8)
            if (char.IsAsciiDigit((char)b)) digits++;
        return digits;
    }

    private static int CountRun(ReadOnlySpan<byte> utf8) =>
        utf8.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end && end < 0 ? utf8.Length : end;

    private static bool IsDigit(ReadOnlySpan<byte> utf8, int at) => (uint)at < (uint)utf8.Length && char.IsAsciiDigit((char)utf8[at]);

    private static bool IsLetterOrDigit(ReadOnlySpan<byte> utf8, int at) =>
        (uint)at < (uint)utf8.Length && char.IsAsciiLetterOrDigit((char)utf8[at]);
}
