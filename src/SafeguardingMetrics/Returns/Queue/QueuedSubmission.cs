using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>A return that was accepted to be worked on later, as it is kept.</summary>
internal sealed record QueuedSubmission
{
    /// <summary>Its id: the return's, from the first.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>The agency's code.</summary>
    public required string Agency { get; init; }

    /// <summary>The agency's name.</summary>
    public required string AgencyName { get; init; }

    /// <summary>The agency's sector.</summary>
    public required string Sector { get; init; }

    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The period's first day.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The period's last day.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>The body's media type.</summary>
    public required string MediaType { get; init; }

    /// <summary>SHA-256 of the unpacked body.</summary>
    public required string ContentHash { get; init; }

    /// <summary>How many unpacked bytes it has.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>True where any error rejects the whole.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>The instant at which it was accepted, UTC.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>How often an instance began to work on it.</summary>
    public required int Tries { get; init; }

    /// <summary>The instance that works on it; null where it waits or is done.</summary>
    public required string? Holder { get; init; }

    /// <summary>How many bytes had been read when its holder last said so.</summary>
    public required int BytesRead { get; init; }

    /// <summary>How many records had been read when its holder last said so.</summary>
    public required int RecordsRead { get; init; }

    /// <summary>What became of it; null while nothing has.</summary>
    public required string? Outcome { get; init; }

    /// <summary>The return that has the receipt.</summary>
    public required string? ReturnId { get; init; }

    /// <summary>Why its body was not read.</summary>
    public required string? Detail { get; init; }

    /// <summary>Where: the line.</summary>
    public required int? LineNumber { get; init; }

    /// <summary>Where: the byte in the line.</summary>
    public required int? Position { get; init; }

    /// <summary>The day on which it was worked on, where its period lay ahead of it.</summary>
    public required DateOnly? ReceivedOn { get; init; }

    /// <summary>What became of it, as it is kept of every request.</summary>
    public StoredOutcome ToStoredOutcome() => new() { Outcome = Outcome!, ReturnId = ReturnId, Detail = Detail, LineNumber = LineNumber, Position = Position, ReceivedOn = ReceivedOn };
}
