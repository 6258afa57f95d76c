using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>
/// The members of the breakdowns that say who a child is. Each is a partition: every child is in one member and in one
/// only.
/// </summary>
public static class ChildDemographics
{
    /// <summary>What is refused, not yet asked for, or missing.</summary>
    public const string NotRecorded = MissingWord.NotRecorded;

    /// <summary>A child who is not born on the day that counts.</summary>
    public const string Unborn = "unborn";

    /// <summary>A child with at least one disability.</summary>
    public const string Disabled = "disabled";

    /// <summary>A child recorded as having none.</summary>
    public const string NotDisabled = "not-disabled";

    private const string Unknown = "U";

    // Excel takes 5-9 for 5 September and 10-15 for October 2015.
    private static readonly Dictionary<string, string> FormerNames = new(StringComparer.Ordinal)
    {
        ["1-4"] = "1 to 4",
        ["5-9"] = "5 to 9",
        ["10-15"] = "10 to 15",
        ["16-17"] = "16 to 17",
    };

    /// <summary>
    /// 18 groups by the Department for Education's codes, and one for refused, not yet obtained and missing.
    /// </summary>
    public static string GetEthnicity(string? code) => code is null or "REFU" or "NOBT" ? NotRecorded : code;

    /// <summary>
    /// The main group of an ethnicity, one of five as the census of England has them (Chinese is Asian), or not recorded. The first letter
    /// of the Department for Education's code says which it is, but for <c>CHNE</c>.
    /// </summary>
    public static string GetEthnicGroup(string? code) => GetEthnicity(code) switch
    {
        NotRecorded => NotRecorded,
        "CHNE" => "asian",
        ['W', ..] => "white",
        ['M', ..] => "mixed",
        ['A', ..] => "asian",
        ['B', ..] => "black",
        _ => "other",
    };

    /// <summary>
    /// M, F, or U, which the Department for Education reads as unknown, unborn or not recorded; so a missing sex is U.
    /// </summary>
    public static string GetSex(string? code) => code ?? Unknown;

    /// <summary>
    /// The age in completed years on the day that counts, in bands that no one shares; 18 and over is one of them. No band
    /// is written so that a spreadsheet takes it for a date.
    /// </summary>
    public static string GetAgeBand(DateOnly? bornOn, DateOnly day) =>
        bornOn is not { } born ? NotRecorded : SafeguardingMetrics.Datasets.Declaring.Facts.Age.InYears(day, born) switch
        {
            < 0 => Unborn,
            0 => "0",
            < 5 => "1 to 4",
            < 10 => "5 to 9",
            < 16 => "10 to 15",
            < 18 => "16 to 17",
            _ => "18+",
        };

    /// <summary>
    /// The name that a member of a breakdown has now. Age bands had other names in the first release, which callers and
    /// tables of populations may still use.
    /// </summary>
    /// <param name="by">The breakdown; null for none.</param>
    /// <param name="member">The member by its present or its former name.</param>
    public static string? GetCurrentName(string? by, string? member) =>
        by == Dimension.Age && member is not null ? FormerNames.GetValueOrDefault(member, member) : member;

    /// <summary>Every member of a breakdown of who a child is; null for any other.</summary>
    public static IReadOnlyList<string>? ListMembers(string by) => by switch
    {
        Dimension.Ethnicity => [.. CodeLists.Ethnicity.Select(code => GetEthnicity(code.Value)).Distinct()],
        Dimension.EthnicGroup => ["asian", "black", "mixed", "white", "other", NotRecorded],
        Dimension.Sex => [.. CodeLists.Sex.Select(code => code.Value)],
        Dimension.Age => [Unborn, "0", "1 to 4", "5 to 9", "10 to 15", "16 to 17", "18+", NotRecorded],
        Dimension.Disability => [Disabled, NotDisabled, NotRecorded],
        _ => null,
    };

    /// <summary>Disabled, not disabled or not recorded.</summary>
    public static string GetDisability(string? codes) => codes switch { null => NotRecorded, "NONE" => NotDisabled, _ => Disabled };
}
