using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Values;

/// <summary>The query parameters of endpoints that show what one member of a breakdown is made of.</summary>
public sealed record MemberParameters
{
    /// <summary>
    /// The breakdown that <c>member</c> is a member of, as for the figures; or two with a comma between, of which
    /// <c>member2</c> is a member of the second.
    /// </summary>
    [FromQuery(Name = "by")]
    public string? By { get; init; }

    /// <summary>Only this member of the breakdown, or of the first of two. It needs <c>by</c>.</summary>
    [FromQuery(Name = "member")]
    public string? Member { get; init; }

    /// <summary>Only this member of the second breakdown. It needs two breakdowns in <c>by</c>.</summary>
    [FromQuery(Name = "member2")]
    public string? Member2 { get; init; }

    /// <summary>The same parameters with the present names of members that had another name in the first release.</summary>
    public MemberParameters WithCurrentNames()
    {
        var names = BreakdownParameters.ParseDimensions(By) ?? [];
        return this with
        {
            Member = ChildDemographics.GetCurrentName(names.ElementAtOrDefault(0), Member),
            Member2 = ChildDemographics.GetCurrentName(names.ElementAtOrDefault(1), Member2),
        };
    }

    /// <summary>Why an indicator's members cannot be asked for so; null where they can.</summary>
    public string? Validate(Indicator indicator)
    {
        if (Member is not null && By is null) return "member needs by, which says what it is a member of.";
        if (Member2 is not null && BreakdownParameters.ParseDimensions(By) is not { Count: 2 })
            return "member2 needs two breakdowns in by, and is a member of the second.";
        return BreakdownParameters.ValidateBreakdown(By, indicator);
    }
}
