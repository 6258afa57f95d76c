using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>The records in force that a return is compared with, in numbers.</summary>
/// <param name="Kind">Why these.</param>
/// <param name="Days">Their days.</param>
/// <param name="Records">How many there are.</param>
/// <param name="Filled">How many of them have a value, by field in the dataset's order.</param>
/// <param name="KeysSent">
/// How many of their keys the return has; null where keys are not compared, since other days have other records.
/// </param>
public sealed record ComparedRecords(Comparison Kind, Period Days, int Records, IReadOnlyList<int> Filled, int? KeysSent);
