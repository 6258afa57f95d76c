namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>A submission as it is kept, with the status that it has now.</summary>
public sealed record StoredReturn
{
    /// <summary>Its id.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The first day of its period.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The last day of its period.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>True where it is a return of changes: it covers no day.</summary>
    public bool IsChanges { get; init; }

    /// <summary>A <see cref="ReturnStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The instant it arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Records in the body.</summary>
    public required int Received { get; init; }

    /// <summary>Records stored.</summary>
    public required int Accepted { get; init; }

    /// <summary>Records left out.</summary>
    public required int Rejected { get; init; }

    /// <summary>Stored records with a query that nobody has explained.</summary>
    public required int Queried { get; init; }

    /// <summary>Stored records whose queries are all explained; null of returns from before queries could be.</summary>
    public required int? Explained { get; init; }

    /// <summary>Why nothing was stored, where the body could not be read or its period lay ahead.</summary>
    public required string? Reason { get; init; }

    /// <summary>The receipt as it was given, in JSON.</summary>
    public required string? Receipt { get; init; }
}
