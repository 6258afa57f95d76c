using System.Globalization;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>Unique pupil numbers: a check letter, then authority, school, year and serial number.</summary>
internal static class Upn
{
    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <param name="school">0 to 9999.</param>
    /// <param name="year">The year in which the number was given.</param>
    /// <param name="serial">0 to 999.</param>
    public static string Create(int school, int year, int serial)
    {
        // No authority has the number 999.
        var digits = string.Create(CultureInfo.InvariantCulture, $"999{school:D4}{year % 100:D2}{serial:D3}");
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
            sum += (digits[index] - '0') * (index + 2);
        return Letters[sum % 23] + digits;
    }
}
