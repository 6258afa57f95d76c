using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>Days of one month that belong to one return now, or on which it changes something.</summary>
public sealed record Segment
{
    /// <summary>Its id.</summary>
    public required string SegmentId { get; init; }

    /// <summary>The return that the days belong to.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>The instant since which they do.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>
    /// True where the days belong to the return; false where the segment has what the return changes on them.
    /// </summary>
    public required bool CoversDays { get; init; }

    /// <summary>The days.</summary>
    public Period Days => new(FromDay, ToDay);
}
