using System.Text.Json.Serialization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Targets;

namespace SafeguardingMetrics.Indicators.Endpoints;

/// <summary>A target to be set.</summary>
/// <param name="Indicator" example="visits-on-time">The indicator's code.</param>
/// <param name="ValidFrom" example="2026-04-01">The day from which it holds, YYYY-MM-DD.</param>
/// <param name="Value" example="90">What to reach, in the indicator's unit, with at most one decimal place.</param>
/// <param name="Tolerance" example="5">By how much it may be missed and still be amber, in the indicator's unit (of
/// percentages: points). If you leave it out: 0.</param>
/// <param name="Agency">The agency it is for; left out where for none alone.</param>
/// <param name="Locality" example="East">The locality it is for; left out where for none alone. With neither, it is the
/// whole partnership's.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TargetSetting(
    string? Indicator,
    string? ValidFrom,
    decimal? Value,
    decimal? Tolerance,
    string? Agency,
    string? Locality)
{
    /// <summary>The members that a setting must have.</summary>
    public static IReadOnlySet<string> Required { get; } = new HashSet<string> { "indicator", "validFrom", "value" };

    private const int LongestLocality = 120;
    private const decimal Most = 1_000_000;

    /// <summary>Everything that keeps it from being set; empty where nothing does.</summary>
    public IReadOnlyList<string> Validate(IReadOnlyList<Agency> agencies)
    {
        var faults = new List<string>();
        void Unless(bool holds, string fault)
        {
            if (!holds) faults.Add(fault);
        }

        var found = Indicator is null ? null : IndicatorCatalogue.Find(Indicator);
        Unless(found is not null, IndicatorAdvice.DescribeUnknown("indicator", Indicator ?? ""));
        Unless(
            QueryParameters.TryParseDay(ValidFrom, out var from) && from is { } first && WorkingDayCalendar.Knows(first),
            $"validFrom is a date, YYYY-MM-DD, {WorkingDayCalendar.KnownDays}.");
        var isPercent = found?.Unit == Unit.Percent;
        var most = isPercent ? 100 : Most;
        Unless(
            IsValidAmount(Value, most),
            isPercent
                ? "value is a percentage from 0 to 100 with at most one decimal place."
                : $"value is a number from 0 to {Most:0} with at most one decimal place.");
        Unless(
            Tolerance is null || IsValidAmount(Tolerance, most),
            $"tolerance is a number from 0 to {most:0} with at most one decimal place.");
        Unless(Agency is null || Locality is null, "A target is for an agency or for a locality, not for both.");
        if (Agency is not null && agencies.All(agency => agency.Code != Agency))
            faults.Add(AgencyLookup.DescribeUnknown(Agency, agencies.Select(agency => agency.Code)));
        if (found is not { } known) return faults;

        if (Agency is not null && agencies.FirstOrDefault(agency => agency.Code == Agency) is { } sender)
            foreach (var dataset in known.Datasets)
                Unless(
                    dataset.Sectors.Contains(sender.Sector),
                    $"{sender.Code} does not send {dataset.Name}, which {known.Code} is made of.");
        if (Locality is not null)
        {
            Unless(Locality.Trim().Length is > 0 and <= LongestLocality, $"locality is a name of 1 to {LongestLocality} characters.");
            Unless(known.Dimensions.Contains(Dimension.Locality), $"{known.Code} cannot be broken down by locality.");
        }

        return faults;
    }

    /// <summary>The target it makes. Only where there are no <see cref="Validate"/>.</summary>
    public Target ToTarget(string id, DateTimeOffset at, string by) => new()
    {
        TargetId = id,
        Indicator = Indicator!,
        Agency = Agency,
        // As localities of records are: without the spaces around them.
        Locality = Locality?.Trim(),
        ValidFrom = QueryParameters.TryParseDay(ValidFrom, out var from) ? from!.Value : default,
        Value = Value!.Value,
        Tolerance = Tolerance ?? 0,
        SetAt = at,
        SetBy = by,
        EndedAt = null,
        EndedBy = null,
    };

    private static bool IsValidAmount(decimal? number, decimal most) =>
        number is { } amount && amount >= 0 && amount <= most && amount == Rounding.ToOnePlace(amount);
}
