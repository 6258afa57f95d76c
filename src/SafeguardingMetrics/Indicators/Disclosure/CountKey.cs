using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>Names a count.</summary>
/// <param name="Block">The months.</param>
/// <param name="Scope">Whose.</param>
/// <param name="Dimension">The breakdown; <c>all</c> for the total.</param>
/// <param name="Member">The member; empty for the total.</param>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Role">Which of its counts.</param>
internal readonly record struct CountKey(
    DisclosurePeriod Block, Scope Scope, string Dimension, string Member, string Indicator, CountRole Role)
{
    /// <summary>What stands for the member of records that have none; no member is called so.</summary>
    public const string Unrecorded = "\uFFFF";

    /// <summary>True where it is a figure, and does not only follow from others.</summary>
    public bool IsPublished => Role != CountRole.Missed && Member != Unrecorded;
}

/// <summary>Whose counts: the partnership's, a sector's or an agency's. Each has one field at most.</summary>
internal readonly record struct Scope(string? Sector, string? Agency)
{
    /// <summary>Everyone's.</summary>
    public static Scope Partnership { get; } = new(null, null);

    /// <summary>True where it is an agency's or everyone's that an agency of this sector adds to.</summary>
    public bool Has(string agency, string sector) => (Agency is null || Agency == agency) && (Sector is null || Sector == sector);
}
