namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// NHS numbers and UPNs that systems write where there is none: one digit repeated, digits in sequence, numbers that are known to be
/// dummies, and the census's codes UN1 to UN10, which say why there is no UPN.
/// </summary>
public static class PlaceholderIdentifier
{
    private static ReadOnlySpan<byte> Ascending => "01234567890123456789"u8;

    private static ReadOnlySpan<byte> Descending => "98765432109876543210"u8;

    /// <summary>True where the identifier stands for none.</summary>
    /// <param name="utf8">The value, without blanks around it.</param>
    public static bool IsOne(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 24) return false;
        if (IsUnCode(utf8)) return true;
        Span<byte> digits = stackalloc byte[utf8.Length];
        var length = 0;
        foreach (var b in utf8)
        {
            if (char.IsAsciiDigit((char)b)) digits[length++] = b;
        }

        digits = digits[..length];
        // A UPN begins with a letter, and may end with one: what matters of it is the twelve digits behind.
        if (length < 8) return utf8.Length > 0 && length == utf8.Length && IsOneDigit(digits);
        return IsOneDigit(digits) || Ascending.IndexOf(digits) >= 0 || Descending.IndexOf(digits) >= 0 || IsDummy(digits);
    }

    // 4000000004 and 9000000009 pass the check digit, and are what testers type. 999 000 0000 to 999 999 9999 are the NHS's own range for
    // tests: the demonstration and every example use it, so that it is not refused here.
    private static bool IsDummy(ReadOnlySpan<byte> digits) =>
        digits.Length == 10 && digits[0] == digits[^1] && IsOneDigit(digits[1..^1]);

    private static bool IsOneDigit(ReadOnlySpan<byte> digits) => digits.Length > 0 && !digits.ContainsAnyExcept(digits[0]);

    private static bool IsUnCode(ReadOnlySpan<byte> utf8) => utf8.Length is 3 or 4 && (utf8[0] | 0x20) == 'u' && (utf8[1] | 0x20) == 'n'
        && !utf8[2..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
