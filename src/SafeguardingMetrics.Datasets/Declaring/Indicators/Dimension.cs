namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>What figures can be broken down by.</summary>
public static class Dimension
{
    /// <summary>No breakdown: the total.</summary>
    public const string All = "all";

    /// <summary>The agency that sent the return.</summary>
    public const string Agency = "agency";

    /// <summary>The sector of that agency.</summary>
    public const string Sector = "sector";

    /// <summary>The quadrant or area.</summary>
    public const string Locality = "locality";

    /// <summary>
    /// The team, or what the first release showed as the team of a dataset: see <see cref="Breakdown.Name"/>.
    /// </summary>
    public const string Team = "team";

    /// <summary>
    /// What the first release showed as the category of a dataset, such as the kind of plan: see
    /// <see cref="Breakdown.Name"/>.
    /// </summary>
    public const string Category = "category";

    /// <summary>The child's ethnicity.</summary>
    public const string Ethnicity = "ethnicity";

    /// <summary>The main group of the child's ethnicity.</summary>
    public const string EthnicGroup = "ethnic-group";

    /// <summary>The child's sex.</summary>
    public const string Sex = "sex";

    /// <summary>The child's age on the day that counts, in the bands of official statistics.</summary>
    public const string Age = "age";

    /// <summary>Whether the child is disabled.</summary>
    public const string Disability = "disability";

    /// <summary>Those that say who a child is.</summary>
    public static IReadOnlyList<string> ForChildren { get; } = [EthnicGroup, Ethnicity, Sex, Age, Disability];

    /// <summary>Those that come from the return, and need no cells but the total's.</summary>
    public static IReadOnlyList<string> ForReturns { get; } = [Agency, Sector];

    /// <summary>True where the dimension comes from the records, and has cells of its own.</summary>
    public static bool IsOfRecords(string dimension) => dimension != All && !ForReturns.Contains(dimension);
}
