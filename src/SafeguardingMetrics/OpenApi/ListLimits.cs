using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Tables;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Retention;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The most items that a list in an answer or a request can have.</summary>
internal static class ListLimits
{
    // The longest period touches so many months.
    private const int MostMonths = (Period.LongestDays / 28) + 1;

    private static readonly int MostIndicators = DatasetCatalogue.All.Max(dataset => dataset.Indicators.Count);

    /// <summary>
    /// The most items of a property, or of the answer to an operation; null where nobody has said it.
    /// </summary>
    public static int? GetMaxItems(string of, string name) => (of, name) switch
    {
        ("answer", "listDatasets") => DatasetCatalogue.All.Count,
        ("answer", "listRules") => MostRules,
        ("answer", "listIndicators") => IndicatorCatalogue.All.Count,
        ("answer", "listProblems") => ProblemCatalogue.All.Count,
        ("answer", "listValues" or "listIndicatorValues") => FigureReader.MostRows,
        // Tables that an administrator keeps: they have no bound of their own, and are answered from one array.
        ("answer", _) => Array.MaxLength,
        (_, "items") => Page<int>.MostSize,
        (_, "fields") => DatasetCatalogue.All.Max(dataset => dataset.FieldList.Count),
        (_, "codes") => DatasetCatalogue.All.SelectMany(dataset => dataset.FieldList).Max(field => field.Codes?.Count ?? 0),
        (_, "sectors") => Sector.All.Count,
        (_, "dimensions") => DatasetCatalogue.Dimensions.Count,
        (_, "breakdowns") => DatasetCatalogue.All.Max(dataset => dataset.BreakdownList.Count),
        (_, "permissions") => Permission.All.Count,
        (_, "agencies") => ClientSetting.MostAgencies,
        ("DatasetDescription", "indicators") => MostIndicators,
        (_, "indicators") => MostIndicators * MostMonths,
        // Of its fields each, and three of the whole return.
        (_, "reasons") => MostFields + 3,
        // Each of them lost a day of its own.
        (_, "supersedes") => Period.LongestDays,
        (_, "rules") => MostRules * MostFields,
        (_, "findings") => FindingCollector.InReceipt,
        (_, "faults") => TableUpload.MostFaultsTold,
        (_, "children") => ErasureService.MostBearers,
        (_, "points" or "stretches" or "figures") => FigureParameters.MostIntervals,
        (_, "regions") => CsvTable.MostRows,
        (_, "keys" or "returns" or "segments") => Array.MaxLength,
        _ => null,
    };

    private static int MostRules => DatasetCatalogue.All.Max(dataset => dataset.AllRules.Count());

    private static int MostFields => DatasetCatalogue.All.Max(dataset => dataset.FieldList.Count);
}
