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

    /// <summary>The team; what stands for it differs a little by dataset.</summary>
    public const string Team = "team";

    /// <summary>The kind of case, visit, post or pupil; which field that is, the dataset says.</summary>
    public const string Category = "category";

    /// <summary>The child's ethnicity.</summary>
    public const string Ethnicity = "ethnicity";

    /// <summary>The child's sex.</summary>
    public const string Sex = "sex";

    /// <summary>The child's age on the day that counts, in the bands of official statistics.</summary>
    public const string Age = "age";

    /// <summary>Whether the child is disabled.</summary>
    public const string Disability = "disability";

    /// <summary>Those that every dataset's records have.</summary>
    public static IReadOnlyList<string> ForEveryRecord { get; } = [Locality, Team, Category];

    /// <summary>Those that say who a child is; which datasets carry them, these declare.</summary>
    public static IReadOnlyList<string> ForChildren { get; } = [Ethnicity, Sex, Age, Disability];

    /// <summary>Those that come from the records, and have cells of their own.</summary>
    public static IReadOnlyList<string> ForRecords { get; } = [.. ForEveryRecord, .. ForChildren];

    /// <summary>Those that come from the return, and need no cells but the total's.</summary>
    public static IReadOnlyList<string> ForReturns { get; } = [Agency, Sector];

    /// <summary>Every one that can be asked for.</summary>
    public static IReadOnlyList<string> AllNames { get; } = [.. ForReturns, .. ForRecords];
}
