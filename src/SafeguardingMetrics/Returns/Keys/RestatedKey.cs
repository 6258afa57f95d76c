namespace SafeguardingMetrics.Returns.Keys;

/// <summary>A record in force, on a day that a newer return does not cover, whose key that return states.</summary>
internal sealed record RestatedKey
{
    /// <summary>The return of the older record.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The number of the older record in its return.</summary>
    public required int RecordNumber { get; init; }

    /// <summary>The day on which the older record counts.</summary>
    public required DateOnly CountedOn { get; init; }

    /// <summary>The number of the record that states the key, or of the purge, in the newer return.</summary>
    public required int ByRecord { get; init; }

    /// <summary>The day on which the newer record counts; null where the key is purged.</summary>
    public required DateOnly? ByDay { get; init; }
}
