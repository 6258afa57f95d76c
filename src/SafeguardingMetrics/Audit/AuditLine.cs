namespace SafeguardingMetrics.Audit;

/// <summary>Who did what, when and from where: ids and counts, nothing of a child or a record.</summary>
public sealed record AuditLine
{
    /// <summary>The line's id.</summary>
    public required string LineId { get; init; }

    /// <summary>The instant, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What was done, in one word, such as <c>read-cases</c>.</summary>
    public required string Act { get; init; }

    /// <summary><c>done</c>, for a return its status, or the code of the problem that was answered.</summary>
    public required string Outcome { get; init; }

    /// <summary>
    /// The id of the key or client; null for a caller without a valid credential, and for the service itself.
    /// </summary>
    public required string? ActorKey { get; init; }

    /// <summary>The code of the agency that the actor acts for; null for the partnership's own.</summary>
    public required string? Agency { get; init; }

    /// <summary>
    /// The IP address as the service sees it: that of a proxy, unless the proxy is trusted to pass on the client's.
    /// Null for what the service does by itself.
    /// </summary>
    public required string? FromAddress { get; init; }

    /// <summary>
    /// The ids and codes in the address of what it was done to, with slashes between; for an erasure, a keyed hash;
    /// null where it was refused.
    /// </summary>
    public required string? Subject { get; init; }

    /// <summary>How many records were sent, read or removed; null where there are none to count.</summary>
    public required int? Records { get; init; }

    /// <summary>How often: over 1 where the same refusal came repeatedly and was written once.</summary>
    public required int Times { get; init; }

    /// <summary>The traceId of the answer; of the first, where there were several.</summary>
    public required string? TraceId { get; init; }
}
