using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>How records of one dataset are told apart by one dimension.</summary>
/// <param name="Dimension">A dimension of <see cref="SafeguardingMetrics.Datasets.Declaring.Indicators.Dimension.ForRecords"/>.</param>
/// <param name="MemberOf">The member of a record that counts on a day; null where it stands in none. Asked of every record, so it makes no text of its own.</param>
public sealed record Breakdown<TRecord>(string Dimension, Func<TRecord, ReturnContext, DateOnly, string?> MemberOf);
