namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>
/// The statistical uncertainty of a percentage. The counts are of one period only; another period under the same
/// conditions would give slightly different counts by chance.
/// </summary>
public static class Uncertainty
{
    /// <summary>
    /// The smallest denominator of a reliable percentage. Below it, one case moves the percentage by more than ten
    /// points, and the figure is marked <c>u</c> (low reliability). A convention of this service.
    /// </summary>
    public const int LeastDenominator = 10;

    // The 97.5th centile of the standard normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The 95% confidence interval of a proportion by Wilson's method, in per cent, unrounded.</summary>
    /// <param name="numerator">From 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">More than 0.</param>
    /// <remarks>
    /// Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference. Newcombe (1998)
    /// recommends the method; public health statistics in England use it. The interval stays within 0 and 100 and is
    /// valid for small counts, unlike the normal approximation.
    /// </remarks>
    public static (decimal Lower, decimal Upper) Wilson(decimal numerator, decimal denominator)
    {
        var (r, n) = ((double)numerator, (double)denominator);
        var middle = 2 * r + Z * Z;
        var half = Z * Math.Sqrt(Z * Z + 4 * r * (1 - r / n));
        var whole = 2 * (n + Z * Z);
        // At both ends the formula gives exactly 0 and 1, but floating point does not.
        return (
            numerator == 0 ? 0 : (decimal)(100 * (middle - half) / whole),
            numerator == denominator ? 100 : (decimal)(100 * (middle + half) / whole));
    }
}
