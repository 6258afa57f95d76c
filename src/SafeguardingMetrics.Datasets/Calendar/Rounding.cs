namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>How published figures are rounded.</summary>
public static class Rounding
{
    /// <summary>
    /// Rounds to one decimal place, halves away from zero, as the Department for Education's published rates are
    /// rounded.
    /// </summary>
    /// <remarks>The result always has exactly one decimal place: 50 becomes 50.0.</remarks>
    public static decimal ToOnePlace(decimal figure) => Math.Round(figure, 1, MidpointRounding.AwayFromZero) + 0.0m;

    /// <summary>Rounds to two decimal places, halves away from zero. The result always has both places.</summary>
    public static decimal ToTwoPlaces(decimal figure) => Math.Round(figure, 2, MidpointRounding.AwayFromZero) + 0.00m;

    /// <summary>The same number without trailing zeros after the decimal point: 311.00 becomes 311.</summary>
    public static decimal TrimTrailingZeros(decimal number) => number / 1.000000000000000000000000000000m;
}
