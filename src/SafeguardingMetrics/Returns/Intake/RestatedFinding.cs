using System.Globalization;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Returns.Keys;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// Says once a return which of its records take the place of records on days that it does not cover, and of each purge that
/// there was no record. A return of changes is sent to restate records, and is not told.
/// </summary>
internal static class RestatedFinding
{
    private const int Named = 10;

    /// <summary>Adds the findings, where there is such a record or purge.</summary>
    public static void Add(ReturnLoad load, KeyComparison compared)
    {
        foreach (var number in compared.UnknownPurges)
            load.Findings.Add(number, null, null, CommonRules.KnownPurge, null, static () => null, null);
        if (load.Incoming.IsChanges || compared.Restated.Count == 0) return;
        var numbers = compared.Restated.Select(key => key.ByRecord.ToString(CultureInfo.InvariantCulture)).ToList();
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{numbers.Count} {(numbers.Count == 1 ? "record has" : "records have")} the key of a record on a day outside the period, "
            + $"which counts no longer: {(numbers.Count == 1 ? "record" : "records")} {string.Join(", ", numbers.Take(Named))}")
            + (numbers.Count > Named ? " and others." : ".");
        load.Findings.Add(null, null, null, CommonRules.OneDay, null, static () => null, null, detail);
    }
}
