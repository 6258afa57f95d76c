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

    /// <summary>
    /// The datasets whose ids begin again here, such as <c>police-notifications</c>, with a comma between two; null for none.
    /// </summary>
    public string? IdsBeginAgain { get; init; }

    /// <summary>
    /// The datasets whose ids here have the form of NHS numbers or UPNs and are none, such as ids of ten digits, with a comma between two;
    /// null for none.
    /// </summary>
    public string? IdsLikeIdentifiers { get; init; }

    /// <summary>The names of datasets in a list with commas.</summary>
    internal static string[] SplitDatasets(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
