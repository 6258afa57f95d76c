using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>What came of a submission or a check.</summary>
public abstract record Outcome
{
    /// <summary>The return is stored.</summary>
    public sealed record Stored(SerializedReceipt Serialized) : Outcome
    {
        /// <summary>The receipt.</summary>
        public Receipt Receipt => Serialized.Value;
    }

    /// <summary>
    /// The same return was stored before and is still in force. Nothing was stored again; this is the first receipt.
    /// </summary>
    public sealed record Repeated(SerializedReceipt Serialized) : Outcome
    {
        /// <summary>The first receipt.</summary>
        public Receipt Receipt => Serialized.Value;
    }

    /// <summary>
    /// The return is stored and held: no figure has changed. The same return sent again while it is held has this
    /// outcome too.
    /// </summary>
    public sealed record Held(SerializedReceipt Serialized) : Outcome
    {
        /// <summary>The receipt.</summary>
        public Receipt Receipt => Serialized.Value;
    }

    /// <summary>The return was checked, and nothing of it was stored.</summary>
    public sealed record Validated(Receipt Receipt) : Outcome;

    /// <summary>The return was read and rejected; the attempt is recorded.</summary>
    public sealed record Rejected(Receipt Receipt) : Outcome;

    /// <summary>
    /// The period lies wholly after the day of receipt; the attempt is recorded, unless it was a check.
    /// </summary>
    public sealed record PeriodInFuture(string? ReturnId, DateOnly ReceivedOn) : Outcome;

    /// <summary>The body cannot be read, or exceeds a limit; the attempt is recorded, unless it was a check.</summary>
    public sealed record Unreadable(string? ReturnId, Problem Problem, string Message, long Line, long Position) : Outcome;

    /// <summary>The return was accepted, and will be processed later.</summary>
    public sealed record Queued(string SubmissionId) : Outcome;

    /// <summary>The client has as many accepted returns waiting as it may have; nothing was done.</summary>
    public sealed record QueueFull(int Waiting) : Outcome;

    /// <summary>The client's accepted returns that wait have as many bytes as they may have; nothing was done.</summary>
    public sealed record QueueTooLarge(long Most) : Outcome;

    /// <summary>The Idempotency-Key was used for another request before; nothing was done.</summary>
    public sealed record KeyReusedForOtherRequest : Outcome;

    /// <summary>A request with the same Idempotency-Key is still being processed; nothing was done.</summary>
    public sealed record KeyInProgress : Outcome;
}
