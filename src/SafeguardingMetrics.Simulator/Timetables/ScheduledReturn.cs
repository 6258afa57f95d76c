using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>A return that an agency posts, without its body.</summary>
internal sealed record ScheduledReturn
{
    public required Agency Agency { get; init; }
    public required RecordWriter Writer { get; init; }
    public required Period Period { get; init; }

    /// <summary>The day of posting, in England. Nothing in the body is later.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>The time of posting on that day.</summary>
    public required TimeOnly Time { get; init; }
}
