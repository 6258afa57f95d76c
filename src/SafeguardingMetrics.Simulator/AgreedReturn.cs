namespace SafeguardingMetrics.Simulator;

/// <summary>What an agency of Exampleshire has agreed to send from one day on, until the next of the same agency and dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Agency">The agency's code.</param>
/// <param name="From">The first day on which a period may end that is meant.</param>
/// <param name="Frequency">day, week (from Monday), month, or none.</param>
/// <param name="DueDays">Days after the period's end.</param>
/// <param name="DueTime">The time of that day in England.</param>
public sealed record AgreedReturn(string Dataset, string Agency, DateOnly From, string Frequency, int DueDays, TimeOnly DueTime);
