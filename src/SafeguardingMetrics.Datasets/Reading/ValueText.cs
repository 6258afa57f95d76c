using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// Blanks around and within a value. Case systems pad texts, spreadsheets leave spaces and no-break spaces behind, and web
/// pages zero-width ones: around a value they mean nothing.
/// </summary>
public static class ValueText
{
    /// <summary>
    /// True where a value begins and ends with a visible ASCII character, which nearly every value does: it needs no trimming.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTrimmed(ReadOnlySpan<byte> utf8) => utf8.Length > 0 && IsVisible(utf8[0]) && IsVisible(utf8[^1]);

    /// <summary>The value without the blanks around it: spaces, tabs, line ends, no-break and zero-width spaces.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> utf8)
    {
        while (Rune.DecodeFromUtf8(utf8, out var rune, out var length) == System.Buffers.OperationStatus.Done && IsBlank(rune))
            utf8 = utf8[length..];
        while (Rune.DecodeLastFromUtf8(utf8, out var rune, out var length) == System.Buffers.OperationStatus.Done && IsBlank(rune))
            utf8 = utf8[..^length];
        return utf8;
    }

    /// <summary>A text with each run of blanks as one space, and with accents composed (Unicode NFC).</summary>
    public static string Normalise(string text)
    {
        if (!text.IsNormalized()) text = text.Normalize();
        if (!HasBlanksToJoin(text)) return text;
        var joined = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBlank(rune) || Rune.IsControl(rune)) joined.Append(rune);
            else if (!IsZeroWidth(rune) && joined.Length > 0 && joined[^1] != ' ') joined.Append(' ');
        }

        return joined.ToString();
    }

    /// <summary>
    /// What two spellings of one member have in common: the text in capitals, without accents and spaces, and with a doubly encoded
    /// UTF-8 undone. A space between digits stays, and so does every sign: Team 1 2, Team 1/2 and Team 12 are three teams.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var plain = UndoDoubleEncoding(text).Normalize(NormalizationForm.FormD);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            var isBetweenDigits = i > 0 && i + 1 < plain.Length && char.IsAsciiDigit(plain[i - 1]) && char.IsAsciiDigit(plain[i + 1]);
            if ((c == ' ' && !isBetweenDigits) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(char.ToUpperInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>The letters and digits of a text, in capitals: what a code and its label are compared by.</summary>
    public static string FoldLetters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // UTF-8 that was read as Windows-1252 or Latin-1 and written as UTF-8 again: "Llŷn" becomes "LlÅ·n".
    private static string UndoDoubleEncoding(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u00C2', '\u00F4')) return text;
        Span<byte> bytes = text.Length <= 256 ? stackalloc byte[text.Length] : new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var place = text[i] < 0x100 ? text[i] : 0x80 + Windows1252.IndexOf(text[i]);
            if (place is 0x7F or > 0xFF) return text;
            bytes[i] = (byte)place;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : text;
    }

    // The characters of Windows-1252 from 0x80 to 0x9F; a space stands where there is none.
    private static ReadOnlySpan<char> Windows1252 =>
        "\u20AC \u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152 \u017D "
        + " \u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153 \u017E\u0178";

    private static bool HasBlanksToJoin(string text)
    {
        var wasSpace = false;
        foreach (var c in text)
        {
            if (c == ' ' ? wasSpace : c is '\t' or >= '\u00A0' && IsBlank(new Rune(char.IsSurrogate(c) ? 'x' : c))) return true;
            wasSpace = c == ' ';
        }

        return false;
    }

    /// <summary>True of a sign that is not seen and has no width.</summary>
    internal static bool IsInvisible(Rune rune) => IsZeroWidth(rune);

    private static bool IsVisible(byte b) => (uint)(b - 0x21) < 0x7F - 0x21;

    private static bool IsBlank(Rune rune) =>
        rune.Value is ' ' or '\t' or '\r' or '\n' || (rune.Value >= 0xA0 && (IsZeroWidth(rune) || Rune.IsWhiteSpace(rune)));

    // Also the signs that turn the direction of writing.
    private static bool IsZeroWidth(Rune rune) => rune.Value is 0xFEFF or 0x00AD or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
        or (>= 0x2060 and <= 0x2069)
        || (rune.Value > 0xFFFF && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);
}
