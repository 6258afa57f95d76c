using System.Globalization;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>NHS numbers from the range 999, which is reserved for tests and never issued to a patient.</summary>
internal static class NhsNumber
{
    /// <summary>The number of the n-th child, unique for up to 125,000 children.</summary>
    public static string Create(int child)
    {
        // One candidate in eleven has check digit 10, which is never issued; of eight neighbours at most one does.
        for (var candidate = child % 125_000 * 8; ; candidate++)
        {
            var nine = string.Create(CultureInfo.InvariantCulture, $"999{candidate:D6}");
            if (CheckDigit(nine) is < 10 and var check)
                return string.Create(CultureInfo.InvariantCulture, $"{nine}{check}");
        }
    }

    /// <summary>Modulus 11 over the nine digits, weights 10 down to 2.</summary>
    private static int CheckDigit(string nine)
    {
        var sum = 0;
        for (var index = 0; index < 9; index++)
            sum += (nine[index] - '0') * (10 - index);
        return (11 - (sum % 11)) % 11;
    }
}
