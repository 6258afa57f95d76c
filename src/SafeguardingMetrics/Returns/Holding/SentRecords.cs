using SafeguardingMetrics.Datasets.Checking;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>The records of a return that was read, in numbers.</summary>
/// <param name="Counts">How many were received, accepted and rejected.</param>
/// <param name="Filled">How many of the accepted have a value, by field in the dataset's order.</param>
public sealed record SentRecords(RecordCounts Counts, IReadOnlyList<int> Filled);
