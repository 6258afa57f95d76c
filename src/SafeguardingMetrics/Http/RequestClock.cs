using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Http;

/// <summary>
/// The clock of one request (a scoped service). Handlers and readers of conditional reads take the time from here and
/// from nowhere else, so that the answer depends on the instant in its entity tag and on no later one.
/// </summary>
public interface IRequestClock
{
    /// <summary>
    /// The instant that the request is answered for, in UTC: the present, or the instant of the response version in a
    /// conditional read.
    /// </summary>
    DateTimeOffset GetUtcNow();

    /// <summary>
    /// The present, also in a conditional read. It only decides whether an instant that is asked for lies in the future;
    /// an answer does not depend on it.
    /// </summary>
    DateTimeOffset Present { get; }

    /// <summary>The day in England at that instant.</summary>
    DateOnly Today => London.DayOf(GetUtcNow());
}

/// <summary>The clock of one request; conditional reads stop it at the instant of their response version.</summary>
/// <param name="time">The system clock, which the request clock shows until it is stopped.</param>
internal sealed class RequestClock(TimeProvider time) : IRequestClock
{
    private DateTimeOffset? stoppedAt;

    /// <inheritdoc/>
    public DateTimeOffset Present => time.GetUtcNow();

    /// <inheritdoc/>
    public DateTimeOffset GetUtcNow() => stoppedAt ?? time.GetUtcNow();

    /// <summary>From now on the clock shows this instant.</summary>
    public void StopAt(DateTimeOffset instant) => stoppedAt = instant;
}
