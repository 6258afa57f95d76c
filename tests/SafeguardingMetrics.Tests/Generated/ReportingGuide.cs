using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>
/// The part of <c>docs/reporting.md</c> that has a section for each dataset's view, with a query to begin from.
/// </summary>
internal static class ReportingGuide
{
    private const string Begin = "<!-- Generated from the datasets. -->";
    private const string End = "<!-- End of what is generated. -->";

    /// <summary>The guide.</summary>
    public static GeneratedFile Create() =>
        GeneratedFile.FromSection("docs/reporting.md", Begin, End, DatasetCatalogue.All.SelectMany(WriteSection).Append(""));

    private static IEnumerable<string> WriteSection(Dataset dataset)
    {
        // The first breakdown that is a field; where there is none, the days alone.
        var by = dataset.BreakdownList
            .Select(breakdown => dataset.FieldList.FirstOrDefault(field => field.Name == breakdown.Meaning))
            .FirstOrDefault(field => field is not null);
        var columns = by is null ? "CountedOn" : $"CountedOn, {by.Column}";
        return
        [
            "",
            $"### {dataset.Table}InForce",
            "",
            dataset.Summary,
            "",
            "```sql",
            $"SELECT {columns}, COUNT(*) AS Records",
            $"FROM {dataset.Table}InForce",
            $"GROUP BY {columns}",
            "```",
        ];
    }
}
