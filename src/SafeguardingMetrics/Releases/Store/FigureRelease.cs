using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Releases.Timetable;

namespace SafeguardingMetrics.Releases.Store;

/// <summary>One release of an indicator's month, quarter or financial year.</summary>
public sealed record FigureRelease
{
    /// <summary>Its id.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>month, quarter or financial-year.</summary>
    public required string IntervalName { get; init; }

    /// <summary>The interval's first day.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The interval's last day.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>1, 2 or 3.</summary>
    public required int Number { get; init; }

    /// <summary>The instant whose knowledge it shows, and from which on it is shown.</summary>
    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>False where a return was missing or held.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>When it was made: later than <see cref="ReleasedAt"/> where that lies in the past.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The day in England from which on it is shown.</summary>
    public DateOnly ReleasedOn => London.DayOf(ReleasedAt);

    /// <summary>The day of the release that follows; null where there is none.</summary>
    /// <param name="settledAfterDays">How many days after its end the interval's figures are settled.</param>
    internal DateOnly? FindNext(int settledAfterDays) =>
        ReleaseDays.FindNext(ReleaseDays.List(ToDay, settledAfterDays), Number, ReleasedOn);
}
