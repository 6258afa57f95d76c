namespace SafeguardingMetrics.Identity;

/// <summary>An organisation that sends returns.</summary>
public sealed record Agency
{
    /// <summary>Its code, such as <c>EXA-CSC</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its sector.</summary>
    public required string Sector { get; init; }
}
