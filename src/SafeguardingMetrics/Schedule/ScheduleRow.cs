namespace SafeguardingMetrics.Schedule;

/// <summary>
/// How often and by when an agency sends a dataset, over a span of days. Every column is always present.
/// </summary>
public sealed record ScheduleRow
{
    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The first day of validity: for periods that end on this day or later.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day of validity; null where the entry is valid until changed.</summary>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>day, week (from Monday), month or quarter; none where no return is expected.</summary>
    public required string Frequency { get; init; }

    /// <summary>How many days after the period's last day the return is due.</summary>
    public required int DueDays { get; init; }

    /// <summary>The time of the due day by the clock in London, HH:mm.</summary>
    public required string DueTime { get; init; }

    /// <summary>The instant at which the entry was set.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>The id of the API key that set the entry; null for entries of the demonstration data.</summary>
    public required string? SetBy { get; init; }

    /// <summary>
    /// How many returns for periods that end in the days of validity have come and are held: each waits for somebody to confirm it, and
    /// counts as not received.
    /// </summary>
    public required int ReturnsHeld { get; init; }

    /// <summary>Creates one row for each entry of a schedule.</summary>
    /// <param name="schedule">The schedule of one agency and dataset.</param>
    /// <param name="held">The held returns, of it and of others.</param>
    internal static IEnumerable<ScheduleRow> FromSchedule(AgencySchedule schedule, IReadOnlyList<HeldReturn> held) =>
        schedule.Entries.Select(item => new ScheduleRow
        {
            Dataset = item.Entry.Dataset,
            Agency = item.Entry.Agency,
            ValidFrom = item.InForce.From,
            ValidTo = item.InForce.To == DateOnly.MaxValue ? null : item.InForce.To,
            Frequency = item.Entry.Frequency,
            DueDays = item.Entry.DueDays,
            DueTime = item.Entry.DueTime,
            SetAt = item.Entry.BeganAt,
            SetBy = item.Entry.SetByKey,
            ReturnsHeld = held.Count(one =>
                one.Dataset == item.Entry.Dataset && one.Agency == item.Entry.Agency && item.InForce.Contains(one.To)),
        });
}
