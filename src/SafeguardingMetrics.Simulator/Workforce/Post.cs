namespace SafeguardingMetrics.Simulator.Workforce;

/// <summary>A post in an agency's safeguarding workforce, and its tenures.</summary>
internal sealed record Post
{
    public required string Id { get; init; }
    public required Agency Agency { get; init; }
    public required string Locality { get; init; }
    public required string Team { get; init; }
    public required string Role { get; init; }

    /// <summary>Full-time equivalent, in hundredths: 1 to 100.</summary>
    public required int Hundredths { get; init; }

    /// <summary>True where the post's worker is allocated children.</summary>
    public required bool HoldsCases { get; init; }

    public required Tenure[] Tenures { get; init; }

    public Tenure? TenureOn(DateOnly day) => Array.Find(Tenures, tenure => tenure.From <= day && day < tenure.Until);
}
