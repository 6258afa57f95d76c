namespace SafeguardingMetrics.Simulator;

/// <summary>
/// An entry of Exampleshire's return schedule, in force until the next of the same agency and dataset.
/// </summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Agency">The agency's code.</param>
/// <param name="From">The entry applies to periods that end on this day or later.</param>
/// <param name="Frequency">day, week (from Monday), month, or none.</param>
/// <param name="DueDays">Days after the period's end.</param>
/// <param name="DueTime">The time of the due day in England.</param>
public sealed record AgreedReturn(string Dataset, string Agency, DateOnly From, string Frequency, int DueDays, TimeOnly DueTime);
