using System.Globalization;
using System.Text;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>Reads a number that is exact, however it was written: <c>10.0</c>, <c>1,010</c>, <c>+7</c>.</summary>
public static class NumberText
{
    private const int Longest = 30;

    /// <summary>
    /// True where the text is a number with, at most, commas between groups of three digits. A number in scientific notation is not
    /// read: a spreadsheet may have shortened it.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out decimal number)
    {
        number = 0;
        if (utf8.Length is 0 or > Longest || !Ascii.IsValid(utf8)) return false;
        if (utf8.Contains((byte)',') && !HasThousands(utf8)) return false;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(utf8, Style, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>True where the text is a number in scientific notation, such as <c>1.23E+11</c>.</summary>
    public static bool IsScientific(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is <= 2 or > Longest || !char.IsAsciiDigit((char)utf8[0])) return false;
        var at = utf8.IndexOfAny((byte)'E', (byte)'e');
        if (at < 0) return false;
        // 12E5 may well be an id; 1.2E5 and 12E+5 are not.
        var power = utf8[(at + 1)..].TrimStart("+-"u8);
        return !power.IsEmpty && !power.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && (utf8[..at].Contains((byte)'.') || utf8[at + 1] is (byte)'+' or (byte)'-')
            && double.TryParse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    // 1,010 and 12,345,678.5; not 1,5 and not 10,10, which another country may have written.
    private static bool HasThousands(ReadOnlySpan<byte> utf8)
    {
        var whole = utf8.IndexOf((byte)'.') is >= 0 and var point ? utf8[..point] : utf8;
        if (utf8[whole.Length..].Contains((byte)',')) return false;
        whole = whole.TrimStart("+-"u8);
        var isFirst = true;
        foreach (var range in whole.Split((byte)','))
        {
            var group = whole[range];
            if (isFirst ? group.Length is 0 or > 3 : group.Length != 3) return false;
            isFirst = false;
        }

        return true;
    }
}
