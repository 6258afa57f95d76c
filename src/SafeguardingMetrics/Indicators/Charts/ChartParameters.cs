using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>How a chart is to be drawn, besides which figures it is of.</summary>
/// <param name="Member">The member of the breakdown; null for the total.</param>
/// <param name="Rebase">The days on which the process changed.</param>
/// <param name="Baseline">Of how many first points the limits are made; null for all.</param>
/// <param name="Screen">Whether outlying moving ranges are left out.</param>
public sealed record ChartParameters(string? Member, IReadOnlyList<DateOnly> Rebase, int? Baseline, bool Screen)
{
    /// <summary>The least number of points that a baseline may have.</summary>
    public const int LeastBaseline = 12;

    /// <summary>The intervals that follow one another. Those that overlap hold the same days again and again, and so are no points of their own.</summary>
    public static IReadOnlyList<Interval> Intervals { get; } = [.. Interval.All.Where(interval => !interval.Overlaps)];

    /// <summary>Reads them; or says why they cannot be used.</summary>
    public static (ChartParameters? Parameters, string? Why) Parse(string? by, string? member, string? interval, string? rebase, string? baseline, string? screen)
    {
        if (by is null != string.IsNullOrEmpty(member)) return (null, "by and member go together: a chart is of one series, the total or one member.");
        if (Interval.Find(interval ?? "month") is { } found && !Intervals.Contains(found))
            return (null, $"interval is one of {string.Join(", ", Intervals.Select(known => known.Name))}: {found.Name} overlap, and points that share days are not independent of each other.");
        if (screen is not (null or "true" or "false")) return (null, "screen is true or false.");

        var points = 0;
        if (baseline is not null && (!int.TryParse(baseline, NumberStyles.None, CultureInfo.InvariantCulture, out points) || points < LeastBaseline))
            return (null, $"baseline is a whole number of points, {LeastBaseline} or more.");

        var days = new List<DateOnly>();
        foreach (var text in rebase?.Split(',') ?? [])
        {
            if (!QueryParameters.TryParseDay(text.Trim(), out var day) || day is not { } given) return (null, "rebase is dates, YYYY-MM-DD, with commas between.");
            days.Add(given);
        }

        return (new ChartParameters(member, days, baseline is null ? null : points, screen == "true"), null);
    }
}
