using SafeguardingMetrics.Returns.Holding;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>What is known of the records of a return once they are loaded.</summary>
/// <param name="Sent">The records in numbers.</param>
/// <param name="HasKey">True for a key that one of the records has, accepted or rejected.</param>
internal sealed record LoadedRecords(SentRecords Sent, Func<string, bool> HasKey);
