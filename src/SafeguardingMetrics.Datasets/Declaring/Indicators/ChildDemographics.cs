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

    /// <summary>
    /// 18 groups by the Department for Education's codes, and one for refused, not yet obtained and missing.
    /// </summary>
    public static string GetEthnicity(string? code) => code is null or "REFU" or "NOBT" ? NotRecorded : code;

    /// <summary>
    /// M, F, or U, which the Department for Education reads as unknown, unborn or not recorded; so a missing sex is U.
    /// </summary>
    public static string GetSex(string? code) => code ?? Unknown;

    /// <summary>
    /// The age in completed years on the day that counts, in bands that no one shares; 18 and over is one of them.
    /// </summary>
    public static string GetAgeBand(DateOnly? bornOn, DateOnly day) =>
        bornOn is not { } born ? NotRecorded : SafeguardingMetrics.Datasets.Declaring.Facts.Age.InYears(day, born) switch
        {
            < 0 => Unborn,
            0 => "0",
            < 5 => "1-4",
            < 10 => "5-9",
            < 16 => "10-15",
            < 18 => "16-17",
            _ => "18+",
        };

    /// <summary>Disabled, not disabled or not recorded.</summary>
    public static string GetDisability(string? codes) => codes switch { null => NotRecorded, "NONE" => NotDisabled, _ => Disabled };
}
