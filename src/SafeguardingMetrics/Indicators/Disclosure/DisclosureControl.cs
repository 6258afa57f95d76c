using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// Decides which numbers of figures a reader may see: for everyone without full figures, small numbers of children are
/// protected.
/// </summary>
/// <param name="rules">All of the rules, except in tests that weaken one.</param>
/// <param name="cache">What was decided before.</param>
public sealed class DisclosureControl(DisclosureRules rules, SuppressionCache cache)
{
    /// <summary>
    /// True where the intervals or breakdowns of a selection are not for readers of protected figures: weeks lie across
    /// months, and members of two breakdowns are few.
    /// </summary>
    public static bool IsRefused(FigureSelection selection) => !selection.Interval.IsWholeMonths || selection.SecondBy is not null;

    /// <summary>Reads what is needed to decide about the figures of a selection.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="selection">Which figures are asked for.</param>
    /// <param name="datasets">The datasets that the figures are made of.</param>
    /// <param name="seesFullFigures">True where the reader may see every number.</param>
    internal async Task<FigureDisclosure> Create(
        ReadSession reading, FigureSelection selection, IReadOnlyList<Dataset> datasets, bool seesFullFigures)
    {
        var plans = new Dictionary<Dataset, SuppressionPlan>();
        if (!seesFullFigures)
            foreach (var dataset in datasets.Where(dataset => dataset.IsAboutChildren))
                plans[dataset] = await SuppressionReader.ReadPlan(reading, selection, dataset, rules, cache);
        return new FigureDisclosure(selection, plans);
    }
}

/// <summary>What a reader may see of the figures of one selection.</summary>
/// <param name="selection">The selection.</param>
/// <param name="plans">The plan of each dataset whose small numbers are protected from the reader.</param>
internal sealed class FigureDisclosure(FigureSelection selection, IReadOnlyDictionary<Dataset, SuppressionPlan> plans)
{
    private readonly Dictionary<Dataset, string> dimensions = plans.Keys.ToDictionary(
        dataset => dataset, dataset => new CountQuery(selection, dataset, []).CellDimension);

    /// <summary>Decides what of a figure may be shown, before any row is made of it.</summary>
    public DisclosureDecision Decide(Figure figure) => plans.Count == 0
        ? DisclosureDecision.ShowAll
        : new(
            IsShown(figure, figure.Indicator.NumeratorInput, figure.Counts?.Numerator),
            IsShown(figure, figure.Indicator.DenominatorInput, figure.Counts?.Denominator),
            ShowsRecordCounts: false);

    // Nothing to count is shown, and so is nothing counted.
    private bool IsShown(Figure figure, CountInput input, decimal? count) =>
        count is null or 0
        || !plans.TryGetValue(input.Dataset, out var plan)
        || plan.IsShown(CreateKey(figure, input), figure.Days, count.Value);

    // A member by agency is that agency's total; by sector it is the sector's, which is the agency's where one is asked
    // for.
    private CountKey CreateKey(Figure figure, CountInput input)
    {
        var scope = new Scope(
            selection.Agency is null && selection.By == Dimension.Sector ? figure.Member : null,
            selection.Agency ?? (selection.By == Dimension.Agency ? figure.Member : null));
        return new(
            default, scope, dimensions[input.Dataset], selection.IsByReturn ? "" : figure.Member ?? "", input.Indicator.Code, input.Role);
    }
}
