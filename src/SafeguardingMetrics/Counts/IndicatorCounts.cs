using SafeguardingMetrics.Datasets.Calendar;
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

    /// <summary>Adds a cell's counts.</summary>
    public void Add(int amount, decimal numerator, decimal denominator)
    {
        Numerator += numerator;
        Denominator += denominator;
        amounts[amount] = amounts.GetValueOrDefault(amount) + denominator;
    }

    /// <summary>The indicator's value from unrounded counts, to one decimal place; null where there is nothing to count.</summary>
    public decimal? GetValue(Indicator indicator) => Denominator == 0 ? null : indicator.Unit switch
    {
        Unit.Percent => Rounding.ToOnePlace(100 * Numerator / Denominator),
        Unit.Days => GetCentile(50),
        _ => Rounding.ToOnePlace(Numerator / Denominator),
    };

    /// <summary>The 95% interval of a percentage, to one decimal place; null for other units and where there is nothing to count.</summary>
    public (decimal Lower, decimal Upper)? GetConfidenceInterval(Indicator indicator)
    {
        if (Denominator == 0 || indicator.Unit != Unit.Percent) return null;
        var (lower, upper) = Uncertainty.Wilson(Numerator, Denominator);
        return (Rounding.ToOnePlace(lower), Rounding.ToOnePlace(upper));
    }

    /// <summary>True where a percentage rests on so few that it is of low reliability.</summary>
    public bool IsUnreliable(Indicator indicator) => indicator.Unit == Unit.Percent && Denominator is > 0 and < Uncertainty.LeastDenominator;

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
