namespace SafeguardingMetrics.Simulator;

/// <summary>One return as an agency posts it.</summary>
public sealed record SimulatedReturn
{
    /// <summary>The code of the agency that posts, e.g. <c>EXA-CSC</c>.</summary>
    public required string Agency { get; init; }

    /// <summary>The name of the dataset, e.g. <c>statutory-visits</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>
    /// The days described: a day (<c>2026-11-21</c>), a month (<c>2026-10</c>) or an interval
    /// (<c>2026-11-01/2026-11-21</c>).
    /// </summary>
    public required string Period { get; init; }

    /// <summary><c>application/json</c>, <c>application/x-ndjson</c> or <c>text/csv</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The instant of posting, in UTC. Strictly increasing over a stream of returns.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The body, UTF-8 without a byte order mark.</summary>
    public required byte[] Body { get; init; }
}
