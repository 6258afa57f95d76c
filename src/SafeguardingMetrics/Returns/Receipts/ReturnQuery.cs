namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>Which returns are asked for; null for all.</summary>
/// <param name="Agency">The agency's code.</param>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Status">A <see cref="ReturnStatus"/>.</param>
internal sealed record ReturnQuery(string? Agency, string? Dataset, string? Status)
{
    /// <summary>The first day: the period ends on it or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day: the period begins on it or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The instant of receipt of the return after which the page begins; null for the first page.</summary>
    public DateTimeOffset? AfterAt { get; init; }

    /// <summary>The id of that return.</summary>
    public string? AfterId { get; init; }
}
