namespace SafeguardingMetrics.Http.Conditional;

/// <summary>How many figures the answer to a request shows.</summary>
/// <param name="Count">So many.</param>
internal sealed record FigureCountFeature(int Count);
