using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>The quartiles of values, and the band that a value lies in, as the Department for Education's local authority interactive tool (LAIT) makes them.</summary>
/// <param name="Lower">A quarter of the way up.</param>
/// <param name="Median">Half of the way.</param>
/// <param name="Upper">Three quarters.</param>
public sealed record Quartiles(decimal Lower, decimal Median, decimal Upper)
{
    /// <summary>Of fewer values there are no quartiles to speak of.</summary>
    public const int Fewest = 4;

    /// <summary>The bands, from the best.</summary>
    public static IReadOnlyList<string> Bands { get; } = ["A", "B", "C", "D"];

    /// <summary>The quartiles; null of fewer than four values.</summary>
    public static Quartiles? FromValues(IReadOnlyList<decimal> values) => values.Count < Fewest ? null : new Quartiles(Quantile(values, 0.25m), Quantile(values, 0.5m), Quantile(values, 0.75m));

    /// <summary>
    /// The quantile that R calls type 7 (Hyndman and Fan, 1996, definition 7): of n sorted values the one at place (n - 1)p, counted from 0, and between two places as far
    /// between their values.
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

    /// <summary>The band of a value, A the best quarter. A value on an edge goes to the better band where lower is better, and to the worse where higher is.</summary>
    public string GetBand(decimal value, Polarity polarity)
    {
        var edgesPassed = polarity == Polarity.Low
            ? (value > Lower ? 1 : 0) + (value > Median ? 1 : 0) + (value > Upper ? 1 : 0)
            : (value <= Lower ? 1 : 0) + (value <= Median ? 1 : 0) + (value <= Upper ? 1 : 0);
        return Bands[edgesPassed];
    }
}
