namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>
/// What one record adds to an indicator. Counts are in hundredths, so that full-time equivalents add up exactly.
/// </summary>
/// <param name="Numerator">Hundredths.</param>
/// <param name="Denominator">Hundredths.</param>
/// <param name="Amount">Whole units (working days), 0 or more; 0 where the indicator has no amount.</param>
public readonly record struct Measure(long Numerator, long Denominator, int Amount)
{
    /// <summary>One whole, in hundredths.</summary>
    public const int One = 100;
}
