namespace SafeguardingMetrics.Tests.Returns.Segments;

/// <summary>A figure as it should be.</summary>
/// <param name="Numerator">The numerator.</param>
/// <param name="Denominator">The denominator.</param>
/// <param name="Amounts">The amounts, where the indicator is a length of time.</param>
internal sealed record ExpectedFigure(decimal Numerator, decimal Denominator, IReadOnlyList<int>? Amounts = null)
{
    /// <summary>The value at rank ⌈p·n⌉ of the sorted amounts.</summary>
    public int? Centile(int percent) =>
        Amounts is not { Count: > 0 } ? null : Amounts.Order().ElementAt((percent * Amounts.Count + 99) / 100 - 1);
}
