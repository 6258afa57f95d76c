using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Counts;

/// <summary>Counts gathered for one figure, and the arithmetic that makes the figure of them.</summary>
public sealed class IndicatorCounts
{
    private readonly SortedDictionary<int, decimal> amounts = [];

    /// <summary>The numerator.</summary>
    public decimal Numerator { get; private set; }

    /// <summary>The denominator.</summary>
    public decimal Denominator { get; private set; }

    /// <summary>
    /// The counts of a figure whose numerator and denominator come from different indicators. There is no centile of
    /// them.
    /// </summary>
    public static IndicatorCounts FromCounts(decimal numerator, decimal denominator)
    {
        var counts = new IndicatorCounts();
        counts.Add(0, numerator, denominator);
        return counts;
    }

    /// <summary>The numerator, the denominator, or the denominator less the numerator.</summary>
    public decimal GetCount(CountRole role) => role switch
    {
        CountRole.Numerator => Numerator,
        CountRole.Denominator => Denominator,
        _ => Denominator - Numerator,
    };

    /// <summary>Adds a cell's counts.</summary>
    public void Add(int amount, decimal numerator, decimal denominator)
    {
        Numerator += numerator;
        Denominator += denominator;
        amounts[amount] = amounts.GetValueOrDefault(amount) + denominator;
    }

    /// <summary>
    /// The indicator's value from unrounded counts, to one decimal place; null where there is nothing to count.
    /// </summary>
    public decimal? GetValue(Indicator indicator) => Denominator == 0 ? null : indicator.Unit switch
    {
        Unit.Percent => Rounding.ToOnePlace(100 * Numerator / Denominator),
        Unit.Days => GetCentile(50),
        _ => Rounding.ToOnePlace(Numerator / Denominator),
    };

    /// <summary>
    /// The 95% interval of a proportion, to one decimal place; null for other indicators and where there is nothing to
    /// count.
    /// </summary>
    public (decimal Lower, decimal Upper)? GetConfidenceInterval(Indicator indicator)
    {
        if (Denominator == 0 || !indicator.IsProportion) return null;
        var (lower, upper) = Uncertainty.Wilson(Numerator, Denominator);
        return (Rounding.ToOnePlace(lower), Rounding.ToOnePlace(upper));
    }

    /// <summary>True where a percentage rests on so few that it is of low reliability.</summary>
    public bool IsUnreliable(Indicator indicator) =>
        indicator.Unit == Unit.Percent && Denominator is > 0 and < Uncertainty.LeastDenominator;

    /// <summary>The amount at rank ⌈p·n⌉ of the sorted amounts, p in per cent; null where there is none.</summary>
    public decimal? GetCentile(int percent)
    {
        if (Denominator == 0) return null;
        var rank = decimal.Ceiling(percent * Denominator / 100);
        foreach (var (amount, count) in amounts)
        {
            rank -= count;
            if (rank <= 0) return Rounding.ToOnePlace(amount);
        }

        return null;
    }
}
