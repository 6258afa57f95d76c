namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>Reads <c>YYYY-MM-DD</c> from UTF-8, digit by digit: ten bytes, nothing before or after.</summary>
public static class IsoDate
{
    /// <summary>True where the bytes are a day that exists.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out DateOnly day)
    {
        day = default;
        if (utf8.Length != 10 || utf8[4] != '-' || utf8[7] != '-') return false;

        var year = Number(utf8[..4]);
        var month = Number(utf8[5..7]);
        var dayOfMonth = Number(utf8[8..]);
        if (year is < 1 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month)) return false;

        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit)) return -1;
            number = number * 10 + (digit - '0');
        }

        return number;
    }
}
