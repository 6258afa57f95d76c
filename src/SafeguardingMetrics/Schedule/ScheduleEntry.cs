using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>What an agency owes of a dataset from one day on, until its next entry's day.</summary>
public sealed record ScheduleEntry
{
    /// <summary>How a due time is written.</summary>
    public const string TimeFormat = "HH:mm";

    private readonly TimeOnly dueTime;

    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The agency's code.</summary>
    public required string Agency { get; init; }

    /// <summary>The first day on which a period may end that it speaks of.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>A <see cref="SafeguardingMetrics.Schedule.Frequency"/>.</summary>
    public required string Frequency { get; init; }

    /// <summary>How many days after the period's last day the return is due, from 0.</summary>
    public required int DueDays { get; init; }

    /// <summary>The time of that day by the clock in London, HH:mm.</summary>
    public required string DueTime
    {
        get;
        init => (field, dueTime) = (value, TimeOnly.ParseExact(value, TimeFormat, CultureInfo.InvariantCulture));
    }

    /// <summary>The id of the key that set it; null for what came with the demonstration.</summary>
    public required string? SetByKey { get; init; }

    /// <summary>The instant at which it was set.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>True where it expects something.</summary>
    public bool IsExpected => Frequency != SafeguardingMetrics.Schedule.Frequency.None;

    /// <summary>The instant by which the return of a period is due.</summary>
    public DateTimeOffset GetDueAt(Period days) => London.At(days.To.AddDays(DueDays), dueTime);

    /// <summary>True where both agree on what is owed since when, whoever set it.</summary>
    public bool HasSameTerms(ScheduleEntry other) => (ValidFrom, Frequency, DueDays, DueTime) == (other.ValidFrom, other.Frequency, other.DueDays, other.DueTime);
}
