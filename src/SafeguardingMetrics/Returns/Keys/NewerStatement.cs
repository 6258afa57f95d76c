namespace SafeguardingMetrics.Returns.Keys;

/// <summary>A record whose key a newer return states.</summary>
internal sealed record NewerStatement
{
    /// <summary>The record's number in its return.</summary>
    public required int RecordNumber { get; init; }

    /// <summary>The day on which the record counts.</summary>
    public required DateOnly CountedOn { get; init; }

    /// <summary>The place, among the agency's returns of the dataset, of the first newer return that states the key.</summary>
    public required int Ordinal { get; init; }
}
