using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Counts;

/// <summary>Which counts of one dataset are read for figures.</summary>
/// <param name="Selection">Which figures are asked for.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Indicators">The dataset's indicators whose counts are read.</param>
public sealed record CountQuery(FigureSelection Selection, Dataset Dataset, IReadOnlyList<DatasetIndicator> Indicators)
{
    /// <summary>
    /// The dimension that the breakdown is stored under in this dataset; a breakdown by agency or sector is its own.
    /// </summary>
    public string By => Dataset.FindDimension(Selection.By) ?? Selection.By;

    /// <summary>The dimension of the second breakdown; null where there is none.</summary>
    public string? SecondBy => Selection.SecondBy is { } second ? Dataset.FindDimension(second) ?? second : null;

    /// <summary>
    /// The dimensions of records that are asked for, in the order in which they were asked for: none, one or two.
    /// </summary>
    public IReadOnlyList<string> RecordDimensions => [.. new[] { By, SecondBy ?? Dimension.All }.Where(Dimension.IsOfRecords)];

    /// <summary>The dimension of the cells that answer.</summary>
    public string CellDimension => RecordDimensions is [var only] ? only : Dimension.All;

    /// <summary>
    /// True where no stored cell answers and the records in force are counted: two breakdowns of records crossed, and a
    /// breakdown of records by single days.
    /// </summary>
    public bool IsFromRecords => RecordDimensions.Count == 2
        || (RecordDimensions.Count == 1 && Dataset.Shape == DatasetShape.Activity && Selection.Interval == Interval.Day);

    /// <summary>The counts that indicators are made of: a query for each dataset among their inputs.</summary>
    public static IReadOnlyList<CountQuery> FromIndicators(FigureSelection selection, IEnumerable<Indicator> indicators) =>
    [
        .. indicators.SelectMany(indicator => indicator.Inputs).Select(input => input.Indicator).Distinct()
            .GroupBy(input => input.Dataset).Select(inputs => new CountQuery(selection, inputs.Key, [.. inputs])),
    ];
}
