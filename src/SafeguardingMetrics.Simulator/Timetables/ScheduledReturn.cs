using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>A return that an agency is to post: everything but its body.</summary>
internal sealed record ScheduledReturn
{
    public required Agency Agency { get; init; }
    public required RecordWriter Form { get; init; }
    public required Period Period { get; init; }

    /// <summary>The day it is posted, in England. Nothing in the body happened later.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>The time of that day.</summary>
    public required TimeOnly Time { get; init; }
}
