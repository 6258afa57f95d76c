using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>A return that is overdue. Every column is always present.</summary>
public sealed record OverdueRow
{
    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The agency that is to send the return.</summary>
    public required string Agency { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the period.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The instant by which the return was due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whole hours since the return was due.</summary>
    public required int HoursLate { get; init; }

    /// <summary>Days since the return was due, by the calendar in England: 0 on the due day.</summary>
    public required int DaysLate { get; init; }

    /// <summary>
    /// The id of a return for days of the period that has come and is held: it waits for somebody to confirm it. Null
    /// where there is none.
    /// </summary>
    public required string? HeldReturnId { get; init; }

    /// <summary>Creates the row.</summary>
    /// <param name="due">What was due.</param>
    /// <param name="asOf">The instant by which it was due.</param>
    /// <param name="held">The held returns, the newest first.</param>
    internal static OverdueRow Create(ExpectedSubmission due, DateTimeOffset asOf, IEnumerable<HeldReturn> held) => new()
    {
        Dataset = due.Dataset,
        Agency = due.Agency,
        From = due.Days.From,
        To = due.Days.To,
        DueAt = due.DueAt,
        HoursLate = (int)(asOf - due.DueAt).TotalHours,
        DaysLate = London.DayOf(asOf).DayNumber - London.DayOf(due.DueAt).DayNumber,
        HeldReturnId = held.FirstOrDefault(one =>
            one.Dataset == due.Dataset && one.Agency == due.Agency && due.Days.Overlaps(new Period(one.From, one.To)))?.ReturnId,
    };
}
