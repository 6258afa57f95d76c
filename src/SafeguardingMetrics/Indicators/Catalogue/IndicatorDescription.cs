using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Catalogue;

/// <summary>An indicator in the catalogue.</summary>
/// <param name="Code">Its code in addresses.</param>
/// <param name="Title">Its name on a page.</param>
/// <param name="Dataset">The dataset that feeds it.</param>
/// <param name="Shape">snapshot: an interval takes the last day reported in it; activity: it sums its days.</param>
/// <param name="Sentence">The definition.</param>
/// <param name="Numerator">What the numerator counts.</param>
/// <param name="Denominator">What the denominator counts.</param>
/// <param name="Unit">percent, days (the value is the median, p90 the 90th centile) or cases.</param>
/// <param name="Polarity">high or low: which is better.</param>
/// <param name="Basis">statutory, published or local: how the definition stands.</param>
/// <param name="Source">Where the definition comes from.</param>
/// <param name="Why">Why a board looks at it.</param>
/// <param name="Limits">What it does not show, and how it can mislead.</param>
/// <param name="Dimensions">What it can be broken down by.</param>
/// <param name="Team">What its team is.</param>
/// <param name="Category">What its category is.</param>
/// <param name="Target">The partnership's target of today; null where none is set.</param>
public sealed record IndicatorDescription(
    string Code, string Title, string Dataset, string Shape, string Sentence, string Numerator, string Denominator, string Unit, string Polarity, string Basis, Source Source,
    string Why, string Limits, IReadOnlyList<string> Dimensions, string Team, string Category, decimal? Target)
{
    /// <summary>Which definition this is, from 1; raised when the definition changes or figures are told apart by more.</summary>
    public required int Version { get; init; }

    /// <summary>Describes an indicator.</summary>
    public static IndicatorDescription FromIndicator(Dataset dataset, Indicator indicator, decimal? target) => new(
        indicator.Code, indicator.Title, dataset.Name, ApiEnumNames.ToText(dataset.Shape), indicator.Summary, indicator.Numerator, indicator.Denominator,
        ApiEnumNames.ToText(indicator.Unit), ApiEnumNames.ToText(indicator.Polarity), ApiEnumNames.ToText(indicator.Basis), indicator.Source, indicator.Rationale, indicator.Limitations,
        dataset.GetDimensions(indicator), dataset.TeamMeaning, dataset.CategoryMeaning, target)
    {
        Version = indicator.Version,
    };
}
