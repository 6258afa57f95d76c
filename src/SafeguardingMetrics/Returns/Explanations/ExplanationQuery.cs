namespace SafeguardingMetrics.Returns.Explanations;

/// <summary>Which explanations are asked for. Null: all.</summary>
/// <param name="Agency">Only this agency's.</param>
/// <param name="Dataset">Only this dataset's.</param>
/// <param name="Rule">Only this rule's.</param>
/// <param name="HasEnded">True to include those that were ended or whose day has passed.</param>
/// <param name="Today">The present day in England.</param>
public sealed record ExplanationQuery(string? Agency, string? Dataset, string? Rule, bool HasEnded, DateOnly Today)
{
    /// <summary>The instant of the explanation after which the page begins; null for the first page.</summary>
    public DateTimeOffset? AfterAt { get; init; }

    /// <summary>The id of that explanation.</summary>
    public string? AfterId { get; init; }
}
