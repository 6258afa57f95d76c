using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Catalogue;

/// <summary>An indicator in the catalogue.</summary>
/// <param name="Code">The code, as used in URLs.</param>
/// <param name="Title">The name, as shown on pages.</param>
/// <param name="Dataset">The dataset that the indicator is calculated from. Where there are several, their names are
/// separated by commas.</param>
/// <param name="Shape">snapshot: an interval shows the last day reported in it; activity: an interval adds up its
/// days.</param>
/// <param name="Sentence">The definition.</param>
/// <param name="Numerator">What the numerator counts.</param>
/// <param name="Denominator">What the denominator counts.</param>
/// <param name="Unit">percent, days (the value is the median, p90 the 90th centile) or cases.</param>
/// <param name="Polarity">high or low: which is better.</param>
/// <param name="Basis">statutory, published or local: who stands behind the definition.</param>
/// <param name="Source">Where the definition comes from.</param>
/// <param name="Why">Why a board looks at the indicator.</param>
/// <param name="Limits">What the indicator does not show, and how it can mislead.</param>
/// <param name="Dimensions">The breakdowns of the indicator.</param>
/// <param name="Team">What its team is; empty where it has none.</param>
/// <param name="Category">What its category is; empty where it has none.</param>
/// <param name="Target">The partnership's current target; null where none is set.</param>
public sealed record IndicatorDescription(
    string Code, string Title, string Dataset, string Shape, string Sentence, string Numerator, string Denominator, string Unit,
    string Polarity, string Basis, Source Source,
    string Why, string Limits, IReadOnlyList<string> Dimensions, string Team, string Category, decimal? Target)
{
    /// <summary>
    /// The version of the definition, from 1. It is raised when the definition changes or when a breakdown is added.
    /// </summary>
    public required int Version { get; init; }

    /// <summary>The breakdowns by what records hold, each with its own name.</summary>
    public required IReadOnlyList<BreakdownDescription> Breakdowns { get; init; }

    /// <summary>What the indicator is about.</summary>
    public required Topic Topic { get; init; }

    /// <summary>Describes an indicator.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="target">The partnership's target of today; null where none is set.</param>
    public static IndicatorDescription FromIndicator(Indicator indicator, decimal? target)
    {
        var dataset = indicator.DenominatorInput.Dataset;
        var breakdowns = dataset
            .GetBreakdowns(indicator.DenominatorInput.Indicator)
            .Where(known => indicator.BreakdownNames.Contains(known.Name));
        return new(
            indicator.Code,
            indicator.Title,
            string.Join(", ", indicator.Datasets.Select(input => input.Name)),
            ApiEnumNames.ToText(dataset.Shape),
            indicator.Summary, indicator.Numerator.Meaning, indicator.Denominator.Meaning, ApiEnumNames.ToText(indicator.Unit),
            ApiEnumNames.ToText(indicator.Polarity), ApiEnumNames.ToText(indicator.Basis), indicator.Source, indicator.Rationale,
            indicator.Limitations,
            indicator.Dimensions, dataset.GetMeaning(Dimension.Team), dataset.GetMeaning(Dimension.Category), target)
        {
            Version = indicator.Version,
            Breakdowns = [.. breakdowns.Select(BreakdownDescription.FromBreakdown)],
            Topic = indicator.Topic,
        };
    }
}
