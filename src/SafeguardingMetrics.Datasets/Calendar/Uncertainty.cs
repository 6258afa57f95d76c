namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>How sure a percentage is: the counts are of one period only, and by chance another like it would have come out a little otherwise.</summary>
public static class Uncertainty
{
    /// <summary>Below this denominator one case moves a percentage by more than ten points: the figure is marked <c>u</c>, of low reliability. A convention of this service.</summary>
    public const int LeastDenominator = 10;

    // The 97.5th centile of the standard normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The 95% interval of a proportion by Wilson's method, in per cent and unrounded.</summary>
    /// <param name="numerator">From 0 to the denominator.</param>
    /// <param name="denominator">More than 0.</param>
    /// <remarks>
    /// Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference; recommended by Newcombe (1998) and used in public health
    /// statistics in England. It stays within 0 and 100 and keeps its meaning when the counts are small, which the textbook interval does not.
    /// </remarks>
    public static (decimal Lower, decimal Upper) Wilson(decimal numerator, decimal denominator)
    {
        var (r, n) = ((double)numerator, (double)denominator);
        var middle = 2 * r + Z * Z;
        var half = Z * Math.Sqrt(Z * Z + 4 * r * (1 - r / n));
        var whole = 2 * (n + Z * Z);
        // At the ends the formula gives exactly 0 and 1; floating point only nearly.
        return (numerator == 0 ? 0 : (decimal)(100 * (middle - half) / whole), numerator == denominator ? 100 : (decimal)(100 * (middle + half) / whole));
    }
}
