using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Datasets.Declaring.Facts;

/// <summary>What a rule or an indicator may know of the return that a record came in.</summary>
/// <param name="Agency">The code of the agency that sent it.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period.</param>
/// <param name="ReceivedOn">The day in England on which it arrived.</param>
public sealed record ReturnContext(string Agency, DateOnly From, DateOnly To, DateOnly ReceivedOn)
{
    /// <summary>The working days that its lengths of time are counted in.</summary>
    public WorkingDayCalendar Calendar { get; init; } = WorkingDayCalendar.England;

    /// <summary>
    /// True where the return states some records and says nothing of the others: its period names the day whose changes it
    /// has, and its records may lie on any day.
    /// </summary>
    public bool IsChanges { get; init; }

    /// <summary>The day that a snapshot describes: the last of the period.</summary>
    public DateOnly DescribedOn => To;

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>; null where either is
    /// missing.
    /// </summary>
    public int? WorkingDays(DateOnly? from, DateOnly? to) => Calendar.WorkingDays(from, to);

    /// <summary>True where the day lies in the period, or where the return is one of changes.</summary>
    public bool Contains(DateOnly day) => IsChanges || From <= day && day <= To;

    /// <summary>Sessions that the period can hold: two for each Monday to Friday.</summary>
    public int MostSessions => 2 * WorkingDayCalendar.Weekdays(From, To);
}
