using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// Writes what the check of a return found: its findings, how often each rule was broken, and how its fields fared.
/// </summary>
public static class FindingStore
{
    private static readonly IReadOnlyList<string> FieldColumns = ["ReturnId", "Field", "Expected", "Valid", "Defaults"];

    /// <summary>The columns of the table of findings, in the order in which rows are loaded.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["ReturnId", "FindingNumber", "RecordNumber", "LineNumber", "RecordKey", "RuleCode", "Field", "Severity", "FoundValue",
        "Detail", "Explained"];

    /// <summary>The columns of the table of counts by rule and field, in the order in which rows are loaded.</summary>
    public static IReadOnlyList<string> BreachColumns { get; } =
        ["ReturnId", "RuleCode", "Field", "Severity", "Dimension", "Message", "Findings", "Explained"];

    /// <summary>Writes the findings that are kept, and the counts by rule and field.</summary>
    public static void WriteAll(UnitOfWork work, string returnId, FindingCollector findings)
    {
        work.BulkInsert("Finding", Columns, findings.Kept.Index().Select(next => new object?[]
        {
            returnId, next.Index + 1, next.Item.Record, next.Item.Line, next.Item.Key, next.Item.Rule, next.Item.Field ?? "",
            next.Item.Severity, next.Item.Value, next.Item.GetDetail(), next.Item.Explained,
        }));
        work.BulkInsert("RuleBreach", BreachColumns, findings.CountsByField.Select(breach => new object?[]
        {
            returnId, breach.Rule.Code, breach.Field ?? "", ApiEnumNames.ToText(breach.Rule.Severity),
            ApiEnumNames.ToText(breach.Rule.Dimension),
            breach.Message, breach.Count, breach.Explained,
        }));
    }

    /// <summary>Writes how the fields' values fared.</summary>
    public static void WriteFieldCounts(UnitOfWork work, string returnId, FieldCounts counts) =>
        work.BulkInsert(
            "FieldCount",
            FieldColumns,
            counts.GetTotals().Select(sum => (object?[])[returnId, sum.Field, sum.Expected, sum.Valid, sum.Defaults]));
}
