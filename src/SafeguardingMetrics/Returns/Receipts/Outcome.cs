using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>What became of a submission.</summary>
public abstract record Outcome
{
    /// <summary>It is stored.</summary>
    public sealed record Stored(Receipt Receipt) : Outcome;

    /// <summary>The same return is already stored and current; this is its receipt.</summary>
    public sealed record Repeated(Receipt Receipt) : Outcome;

    /// <summary>It was checked and nothing was kept.</summary>
    public sealed record Validated(Receipt Receipt) : Outcome;

    /// <summary>It was read and rejected; the attempt is recorded.</summary>
    public sealed record Rejected(Receipt Receipt) : Outcome;

    /// <summary>Its period lies wholly after the day of receipt; the attempt is recorded.</summary>
    public sealed record PeriodInFuture(string? ReturnId, DateOnly ReceivedOn) : Outcome;

    /// <summary>It could not be read, or is more than is read; the attempt is recorded.</summary>
    public sealed record Unreadable(string? ReturnId, Problem Problem, string Message, long Line, long Position) : Outcome;

    /// <summary>It was accepted, and is worked on later.</summary>
    public sealed record Queued(string SubmissionId) : Outcome;

    /// <summary>Its Idempotency-Key was used for another request; nothing was done.</summary>
    public sealed record KeyReusedForOtherRequest : Outcome;

    /// <summary>A request with its Idempotency-Key is still running; nothing was done.</summary>
    public sealed record KeyInProgress : Outcome;
}
