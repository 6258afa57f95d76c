using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>The parameters of a chart, besides the selection of figures.</summary>
/// <param name="Member">The member of the breakdown; null for the total.</param>
/// <param name="Rebase">Days on which the process changed; a new stretch begins with the first interval on or after
/// each.</param>
/// <param name="Baseline">How many points at the beginning of each stretch give the limits; null for all.</param>
/// <param name="Screen">True to leave outlying moving ranges out of the limits.</param>
public sealed record ChartParameters(string? Member, IReadOnlyList<DateOnly> Rebase, int? Baseline, bool Screen)
{
    /// <summary>The smallest number of points that a baseline may have.</summary>
    public const int LeastBaseline = 12;

    /// <summary>
    /// The intervals that a chart may have. Overlapping intervals share days, so that their points are not independent.
    /// </summary>
    public static IReadOnlyList<Interval> Intervals { get; } = [.. Interval.All.Where(interval => !interval.Overlaps)];

    /// <summary>Parses the query parameters: either the chart parameters, or the reason why they are invalid.</summary>
    public static (ChartParameters? Parameters, string? Why) Parse(
        string? by, string? member, string? interval, string? rebase, string? baseline, string? screen)
    {
        if (by is null != string.IsNullOrEmpty(member))
            return (null, "by and member must be given together: a chart shows one series, the total or one member of a breakdown.");
        if (Interval.Find(interval ?? "month") is { } found && !Intervals.Contains(found))
        {
            var names = string.Join(", ", Intervals.Select(known => known.Name));
            return (null, $"interval must be one of {names}. Overlapping intervals share days, so that their points are not independent.");
        }

        if (screen is not (null or "true" or "false")) return (null, "screen must be true or false.");

        var points = 0;
        if (baseline is not null
            && (!int.TryParse(baseline, NumberStyles.None, CultureInfo.InvariantCulture, out points) || points < LeastBaseline))
        {
            return (null, $"baseline must be a whole number of points, {LeastBaseline} or more.");
        }

        var days = new List<DateOnly>();
        foreach (var text in rebase?.Split(',') ?? [])
        {
            if (!QueryParameters.TryParseDay(text.Trim(), out var parsed) || parsed is not { } day)
                return (null, "rebase must be one or more dates, YYYY-MM-DD, separated by commas.");
            days.Add(day);
        }

        return (new ChartParameters(member, days, baseline is null ? null : points, screen == "true"), null);
    }
}
