using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>
/// The quartiles of a set of values, and the quartile band of a value, as the Department for Education's local
/// authority interactive tool (LAIT) calculates them.
/// </summary>
/// <param name="Lower">The lower quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Upper">The upper quartile.</param>
public sealed record Quartiles(decimal Lower, decimal Median, decimal Upper)
{
    /// <summary>The fewest values for which quartiles are calculated.</summary>
    public const int Fewest = 4;

    /// <summary>The bands, from the best.</summary>
    public static IReadOnlyList<string> Bands { get; } = ["A", "B", "C", "D"];

    /// <summary>The quartiles of the values; null with fewer than four values.</summary>
    public static Quartiles? FromValues(IReadOnlyList<decimal> values) => values.Count < Fewest
        ? null
        : new Quartiles(Quantile(values, 0.25m), Quantile(values, 0.5m), Quantile(values, 0.75m));

    /// <summary>
    /// The quantile by R's type 7 (Hyndman and Fan 1996, definition 7): of n sorted values the value at position (n -
    /// 1)p, counted from 0, with linear interpolation between positions.
    /// </summary>
    /// <param name="values">At least one, in any order.</param>
    /// <param name="p">From 0 to 1.</param>
    public static decimal Quantile(IEnumerable<decimal> values, decimal p)
    {
        var sorted = values.Order().ToList();
        var place = (sorted.Count - 1) * p;
        var below = (int)decimal.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>
    /// The band of a value; A is the best quarter. A value equal to a quartile belongs to the better band where lower
    /// is better, and to the worse band where higher is better.
    /// </summary>
    public string GetBand(decimal value, Polarity polarity)
    {
        var edgesPassed = polarity == Polarity.Low
            ? (value > Lower ? 1 : 0) + (value > Median ? 1 : 0) + (value > Upper ? 1 : 0)
            : (value <= Lower ? 1 : 0) + (value <= Median ? 1 : 0) + (value <= Upper ? 1 : 0);
        return Bands[edgesPassed];
    }
}
