using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>A period for which an agency is expected to send a return of a dataset.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Agency">The agency's code.</param>
/// <param name="Days">The period, first and last day included.</param>
/// <param name="DueAt">The instant by which the return is due.</param>
public sealed record ExpectedSubmission(string Dataset, string Agency, Period Days, DateTimeOffset DueAt);
