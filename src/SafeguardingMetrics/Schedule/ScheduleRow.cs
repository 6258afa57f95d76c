namespace SafeguardingMetrics.Schedule;

/// <summary>Who sends what and by when, over the days on which that holds. Flat: all columns always.</summary>
public sealed record ScheduleRow
{
    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The first day on which it holds: for periods that end then or later.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null where it holds until changed.</summary>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>day, week (from Monday), month or quarter; none where nothing is expected.</summary>
    public required string Frequency { get; init; }

    /// <summary>How many days after the period's last day the return is due.</summary>
    public required int DueDays { get; init; }

    /// <summary>The time of that day by the clock in London, HH:mm.</summary>
    public required string DueTime { get; init; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>The id of the key that set it; null for what came with the demonstration.</summary>
    public required string? SetBy { get; init; }

    /// <summary>Writes a schedule as rows.</summary>
    internal static IEnumerable<ScheduleRow> FromSchedule(AgencySchedule schedule) => schedule.Entries.Select(one => new ScheduleRow
    {
        Dataset = one.Entry.Dataset,
        Agency = one.Entry.Agency,
        ValidFrom = one.InForce.From,
        ValidTo = one.InForce.To == DateOnly.MaxValue ? null : one.InForce.To,
        Frequency = one.Entry.Frequency,
        DueDays = one.Entry.DueDays,
        DueTime = one.Entry.DueTime,
        SetAt = one.Entry.BeganAt,
        SetBy = one.Entry.SetByKey,
    });
}
