namespace SafeguardingMetrics.Returns.Recalculation;

/// <summary>How much was worked out again.</summary>
/// <param name="Returns">Returns whose figures changed.</param>
/// <param name="Segments">Segments that were ended and begun anew: the days of one month that one return covers.</param>
/// <param name="Indicators">The codes of the indicators that changed.</param>
/// <param name="From">The first day of these segments; null where nothing changed.</param>
/// <param name="To">The last day of these segments; null where nothing changed.</param>
public sealed record RecalculatedFigures(
    int Returns, int Segments, IReadOnlyList<string> Indicators, DateOnly? From, DateOnly? To)
{
    /// <summary>Nothing changed.</summary>
    public static RecalculatedFigures None { get; } = new(0, 0, [], null, null);

    /// <summary>Both together.</summary>
    internal RecalculatedFigures Add(RecalculatedFigures more) => more.Segments == 0 ? this : new(
        Returns + more.Returns,
        Segments + more.Segments,
        [.. Indicators.Union(more.Indicators).Order(StringComparer.Ordinal)],
        From is { } from && from < more.From ? from : more.From,
        To is { } to && to > more.To ? to : more.To);
}
