namespace SafeguardingMetrics.Datasets.Declaring.Facts;

/// <summary>The part of the partnership that an agency belongs to, as the API writes it.</summary>
public static class Sector
{
    /// <summary>A council's children's social care.</summary>
    public const string SocialCare = "social-care";

    /// <summary>The NHS: an integrated care board and its providers.</summary>
    public const string Health = "health";

    /// <summary>A police force.</summary>
    public const string Police = "police";

    /// <summary>A school or college.</summary>
    public const string School = "school";

    /// <summary>A youth justice service.</summary>
    public const string YouthJustice = "youth-justice";

    /// <summary>Every sector, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [SocialCare, Health, Police, School, YouthJustice];
}
