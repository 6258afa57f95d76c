using System.Runtime.CompilerServices;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>Reads <c>YYYY-MM-DD</c> from UTF-8, digit by digit: ten bytes, nothing before or after.</summary>
public static class IsoDate
{
    /// <summary>True where the bytes are a day that exists.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out DateOnly day)
    {
        day = default;
        if (utf8.Length != 10 || utf8[4] != '-' || utf8[7] != '-') return false;

        var year = Two(utf8, 0) * 100 + Two(utf8, 2);
        var month = Two(utf8, 5);
        var dayOfMonth = Two(utf8, 8);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month)) return false;

        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }

    // Of no digits a number so far below nought that no sum with it is a year, a month or a day.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Two(ReadOnlySpan<byte> utf8, int at)
    {
        var (tens, ones) = ((uint)(utf8[at] - '0'), (uint)(utf8[at + 1] - '0'));
        return tens > 9 || ones > 9 ? -100_000 : (int)(tens * 10 + ones);
    }
}
