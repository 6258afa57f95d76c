using SafeguardingMetrics.Datasets.Declaring;

namespace SafeguardingMetrics.Datasets.Catalogue;

/// <summary>
/// Every indicator, whichever datasets its counts come from: those that datasets declare, in the order of the datasets,
/// and then those that are made of counts of several datasets. A new one of the latter kind is a line here.
/// </summary>
public static class IndicatorCatalogue
{
    /// <summary>The indicators, in the order in which the API lists them.</summary>
    public static IReadOnlyList<Indicator> All { get; } = [.. DatasetCatalogue.All.SelectMany(dataset => dataset.Indicators)];

    private static readonly Dictionary<string, Indicator> ByCode = All.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);

    /// <summary>The indicator of this code, or null.</summary>
    public static Indicator? Find(string code) => ByCode.GetValueOrDefault(code);
}
