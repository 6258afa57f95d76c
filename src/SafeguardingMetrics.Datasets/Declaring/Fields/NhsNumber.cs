namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// An NHS number: ten digits, the last of which checks the others. Written plainly (9434765919) or in the form 3-3-4,
/// both gaps a single space or both a hyphen (943 476 5919, 943-476-5919).
/// </summary>
/// <remarks>
/// Source: NHS Data Dictionary, NHS NUMBER. The first nine digits weigh 10 down to 2; the check digit is 11 less the
/// remainder of their sum by 11, where 11 is written 0 and 10 makes the number invalid. Only this is followed: a number
/// of ten equal digits satisfies it and is accepted, as are numbers that were never issued.
/// </remarks>
public static class NhsNumber
{
    private const int Digits = 10;

    /// <summary>Whether the text is an NHS number with the right check digit.</summary>
    public static bool IsValid(ReadOnlySpan<byte> utf8)
    {
        Span<byte> tenDigits = stackalloc byte[Digits];
        return TryNormalise(utf8, tenDigits);
    }

    /// <summary>
    /// Writes the ten digits without gaps. When the number is not valid the result is false and what was written means
    /// nothing.
    /// </summary>
    /// <param name="utf8">The number as received.</param>
    /// <param name="tenDigits">Room for the digits, ten bytes or more.</param>
    public static bool TryNormalise(ReadOnlySpan<byte> utf8, Span<byte> tenDigits)
    {
        var spaced = utf8.Length == Digits + 2;
        if (!spaced && utf8.Length != Digits)
            return false;
        if (spaced && (utf8[3] is not ((byte)' ' or (byte)'-') || utf8[7] != utf8[3]))
            return false;

        // The check digit with weight 1 brings the sum to a multiple of 11; where 10 would be needed no digit does.
        var sum = 0;
        for (var place = 0; place < Digits; place++)
        {
            var digit = utf8[spaced ? place + (place >= 3 ? 1 : 0) + (place >= 6 ? 1 : 0) : place];
            if (!char.IsAsciiDigit((char)digit))
                return false;

            sum += (digit - '0') * (Digits - place);
            tenDigits[place] = digit;
        }

        return sum % 11 == 0;
    }
}
