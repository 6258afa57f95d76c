namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>How figures are rounded, in one place.</summary>
public static class Rounding
{
    /// <summary>To one decimal place, halves away from zero, as the Department for Education's published rates are.</summary>
    /// <remarks>Always with its one place, so that 50.0 is not written 50 among others that have it.</remarks>
    public static decimal ToOnePlace(decimal figure) => Math.Round(figure, 1, MidpointRounding.AwayFromZero) + 0.0m;

    /// <summary>To two decimal places, halves away from zero, always with both.</summary>
    public static decimal ToTwoPlaces(decimal figure) => Math.Round(figure, 2, MidpointRounding.AwayFromZero) + 0.00m;

    /// <summary>The same number without noughts after the point: 311.00 is written 311.</summary>
    public static decimal TrimTrailingZeros(decimal number) => number / 1.000000000000000000000000000000m;
}
