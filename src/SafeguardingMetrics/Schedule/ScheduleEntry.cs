using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>How often and by when an agency sends a dataset, from one day until the next entry's day.</summary>
public sealed record ScheduleEntry
{
    /// <summary>The format of a due time.</summary>
    public const string TimeFormat = "HH:mm";

    private readonly TimeOnly dueTime;

    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The agency's code.</summary>
    public required string Agency { get; init; }

    /// <summary>The entry applies to periods that end on this day or later.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>A <see cref="SafeguardingMetrics.Schedule.Frequency"/>.</summary>
    public required string Frequency { get; init; }

    /// <summary>How many days after the period's last day the return is due, from 0.</summary>
    public required int DueDays { get; init; }

    /// <summary>The time of the due day by the clock in London, HH:mm.</summary>
    public required string DueTime
    {
        get;
        init => (field, dueTime) = (value, TimeOnly.ParseExact(value, TimeFormat, CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The id of the API key that set the entry; null for entries that the demonstration data brought.
    /// </summary>
    public required string? SetByKey { get; init; }

    /// <summary>The instant at which the entry was set.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>True where the entry expects returns.</summary>
    public bool IsExpected => Frequency != SafeguardingMetrics.Schedule.Frequency.None;

    /// <summary>The instant by which the return of a period is due.</summary>
    public DateTimeOffset GetDueAt(Period days) => London.At(days.To.AddDays(DueDays), dueTime);

    /// <summary>True where both entries have the same first day, frequency and due time, whoever set them.</summary>
    public bool HasSameTerms(ScheduleEntry other) =>
        (ValidFrom, Frequency, DueDays, DueTime) == (other.ValidFrom, other.Frequency, other.DueDays, other.DueTime);
}
