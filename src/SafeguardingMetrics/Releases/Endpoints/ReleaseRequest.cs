namespace SafeguardingMetrics.Releases.Endpoints;

/// <summary>Which release is brought forward.</summary>
public sealed record ReleaseRequest
{
    /// <summary>month, quarter or financial-year.</summary>
    public required string Interval { get; init; }

    /// <summary>A day of the interval, YYYY-MM-DD.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The indicators' codes; null for all.</summary>
    public IReadOnlyList<string>? Indicators { get; init; }
}
