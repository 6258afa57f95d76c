namespace SafeguardingMetrics.Returns.Queue;

/// <summary>A return that was accepted to be processed later, as it is stored.</summary>
internal sealed record QueuedSubmission
{
    /// <summary>Its id, which becomes the id of the return.</summary>
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

    /// <summary>The length of the unpacked body in bytes.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>True where any error rejects the whole return.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>True where the return states some records and says nothing of the others.</summary>
    public required bool IsChanges { get; init; }

    /// <summary>True where the sender said that the return is right.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>The instant at which it was accepted, UTC.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>How many times an instance has begun to process it.</summary>
    public required int Tries { get; init; }

    /// <summary>The instance that processes it now; null where it waits or is finished.</summary>
    public required string? Holder { get; init; }

    /// <summary>The bytes read when the instance last renewed its lease.</summary>
    public required int BytesRead { get; init; }

    /// <summary>The records read when the instance last renewed its lease.</summary>
    public required int RecordsRead { get; init; }

    /// <summary>True once it has an outcome.</summary>
    public required bool IsFinished { get; init; }
}
