namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>Codes that are valid and yet say nothing, such as "not yet obtained".</summary>
/// <param name="Codes">The codes.</param>
/// <param name="Threshold">The share of records up to which they are no fault, 0 to 1.</param>
public sealed record Defaults(IReadOnlyList<string> Codes, decimal Threshold);
