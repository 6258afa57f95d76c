namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>
/// Writes <c>YYYY-MM-DD</c>. Custom code, since dates are a third of all cells and the framework's formatter looks up a
/// culture for each.
/// </summary>
internal static class IsoDate
{
    public const int Length = 10;

    public static void Write(int dayNumber, Span<byte> to)
    {
        DateOnly.FromDayNumber(dayNumber).Deconstruct(out var year, out var month, out var day);
        Digits(year / 100, to);
        Digits(year % 100, to[2..]);
        to[4] = (byte)'-';
        Digits(month, to[5..]);
        to[7] = (byte)'-';
        Digits(day, to[8..]);
    }

    private static void Digits(int two, Span<byte> to)
    {
        to[0] = (byte)('0' + (two / 10));
        to[1] = (byte)('0' + (two % 10));
    }
}
