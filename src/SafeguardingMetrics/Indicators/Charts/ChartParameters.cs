using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>The query parameters of a chart, besides which figures it is of.</summary>
public sealed record ChartParameters
{
    /// <summary>
    /// The breakdown whose member the chart is of: one of the indicator's <c>dimensions</c> in the catalogue. It needs
    /// <c>member</c>.
    /// </summary>
    [FromQuery(Name = "by")]
    public string? By { get; init; }

    /// <summary>The member of the breakdown that the chart is of. It needs <c>by</c>.</summary>
    [FromQuery(Name = "member")]
    public string? Member { get; init; }

    /// <summary>
    /// Days on which the process is known to have changed, YYYY-MM-DD with commas between. From the first interval that
    /// begins on or after each day the chart has a new mean and new limits.
    /// </summary>
    [FromQuery(Name = "rebase")]
    public string? Rebase { get; init; }

    /// <summary>
    /// How many points, from the first of each stretch, the mean and limits are made of: 12 or more. If you leave it
    /// out: twelve, or more where gaps leave fewer than ten moving ranges between them, or all where there are no more.
    /// </summary>
    [FromQuery(Name = "baseline")]
    public string? Baseline { get; init; }

    /// <summary>
    /// <c>true</c> leaves moving ranges of 3.267 times their average or more out of the limits, as the R package of the
    /// NHS-R Community does; <c>false</c> does not, as NHS England's tool. If you leave it out: <c>false</c>.
    /// </summary>
    [FromQuery(Name = "screen")]
    public string? Screen { get; init; }

    /// <summary>
    /// <c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>
    /// <c>true</c> for CSV with a byte order mark at its beginning, for Excel. If you leave it out: <c>false</c>.
    /// </summary>
    [FromQuery(Name = "bom")]
    public string? Bom { get; init; }
}

/// <summary>How a chart is drawn.</summary>
/// <param name="Member">The member of the breakdown; null for the total.</param>
/// <param name="Rebase">The days on which the process changed.</param>
/// <param name="Baseline">Of how many first points the limits are made; null for the first twelve, or more where there are gaps.</param>
/// <param name="Screen">True where outlying moving ranges are left out.</param>
public sealed record ChartSettings(string? Member, IReadOnlyList<DateOnly> Rebase, int? Baseline, bool Screen)
{
    /// <summary>The smallest number of points that a baseline may have.</summary>
    public const int LeastBaseline = 12;

    /// <summary>
    /// The intervals that a chart may have. Overlapping intervals share days, so that their points are not independent.
    /// </summary>
    public static IReadOnlyList<Interval> Intervals { get; } = [.. Interval.All.Where(interval => !interval.Overlaps)];

    /// <summary>
    /// Parses the query parameters: either the settings, or the reason why the parameters are invalid.
    /// </summary>
    /// <param name="asked">The query parameters.</param>
    /// <param name="interval">The length of time that each point covers.</param>
    public static (ChartSettings? Settings, string? Why) Parse(ChartParameters asked, Interval interval)
    {
        if (asked.By is null != string.IsNullOrEmpty(asked.Member))
            return (null, "by and member must be given together: a chart shows one series, the total or one member of a breakdown.");
        if (interval.Overlaps)
        {
            var names = string.Join(", ", Intervals.Select(known => known.Name));
            return (null, $"interval must be one of {names}. Overlapping intervals share days, so that their points are not independent.");
        }

        if (asked.Screen is not (null or "true" or "false")) return (null, "screen must be true or false.");

        var points = 0;
        if (asked.Baseline is { } baseline
            && (!int.TryParse(baseline, NumberStyles.None, CultureInfo.InvariantCulture, out points) || points < LeastBaseline))
        {
            return (null, $"baseline must be a whole number of points, {LeastBaseline} or more.");
        }

        var days = new List<DateOnly>();
        foreach (var text in asked.Rebase?.Split(',') ?? [])
        {
            if (!QueryParameters.TryParseDay(text.Trim(), out var parsed) || parsed is not { } day)
                return (null, "rebase must be one or more dates, YYYY-MM-DD, separated by commas.");
            days.Add(day);
        }

        var member = ChildDemographics.GetCurrentName(asked.By, asked.Member);
        return (new ChartSettings(member, days, asked.Baseline is null ? null : points, asked.Screen == "true"), null);
    }
}
