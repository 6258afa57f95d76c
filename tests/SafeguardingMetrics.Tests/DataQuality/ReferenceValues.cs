using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Tests.DataQuality;

/// <summary>
/// Which values a record should have though they are not required, and which say nothing: in words for the datasets of
/// <see cref="ReferenceSchedule.IsWritten"/>, from the declaration for all others.
/// </summary>
internal static class ReferenceValues
{
    private static readonly string[] Always =
    [
        "open-cases.dateOfBirth",
        "open-cases.sex",
        "open-cases.ethnicity",
        "open-cases.disabilities",
    ];

    /// <summary>True where every record should have a value.</summary>
    public static bool IsExpected(string dataset, Field field) => field.IsRequired
        || (ReferenceSchedule.IsWritten(dataset) ? Always.Contains($"{dataset}.{field.Name}") : field.IsExpected);

    /// <summary>True where the value is valid and says nothing.</summary>
    public static bool IsDefault(string dataset, Field field, string value) => ReferenceSchedule.IsWritten(dataset)
        ? dataset == "open-cases" && (field.Name, value) is ("sex", "U") or ("ethnicity", "REFU") or ("ethnicity", "NOBT")
        : field.Defaults?.Codes.Contains(value) == true;

    /// <summary>The share of records up to which such values are no fault, 0 to 1.</summary>
    public static decimal GetTolerance(string dataset, string field) => ReferenceSchedule.IsWritten(dataset)
        ? dataset == "open-cases" && field is "sex" or "ethnicity" ? 0.02m : 0
        : DatasetCatalogue.Find(dataset)!.FieldList.Single(known => known.Name == field).Defaults?.Threshold ?? 0;
}
