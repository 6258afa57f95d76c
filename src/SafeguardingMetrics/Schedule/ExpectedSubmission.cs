using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>A period for which an agency owes a dataset.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Agency">The agency's code.</param>
/// <param name="Days">The period.</param>
/// <param name="DueAt">The instant by which it is due.</param>
public sealed record ExpectedSubmission(string Dataset, string Agency, Period Days, DateTimeOffset DueAt);
