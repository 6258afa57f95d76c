namespace SafeguardingMetrics.Returns.Explanations;

/// <summary>What somebody said of a query: that the record is right, and why.</summary>
public sealed record Explanation
{
    /// <summary>The id of the explanation.</summary>
    public required string ExplanationId { get; init; }

    /// <summary>The agency that the record is of.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The rule's code.</summary>
    public required string Rule { get; init; }

    /// <summary>The field that the finding names.</summary>
    public required string Field { get; init; }

    /// <summary>The record's key: the agency's own id of it.</summary>
    public required string Key { get; init; }

    /// <summary><c>confirmed-with-source</c>, <c>awaiting-information</c> or <c>outside-our-control</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>A short text for whoever reads it later; null for none.</summary>
    public required string? Note { get; init; }

    /// <summary>The last day on which it holds, in England.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>The id of the API key that said it.</summary>
    public required string SetBy { get; init; }

    /// <summary>When it was ended, or said anew; null where neither.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>The id of the API key that ended it.</summary>
    public required string? EndedBy { get; init; }
}
