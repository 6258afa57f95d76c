using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>The sentences of a chart, in plain English. Pages and CSV show them as they are.</summary>
public static class ChartDescriptions
{
    private static readonly string[] Numbers =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    /// <summary>The verdict where there is no point to judge.</summary>
    public const string NothingToJudge = "No complete interval has a figure to judge";

    /// <summary>Names an interval in words: June 2026, the week of 1 June 2026.</summary>
    public static string DescribeInterval(Interval interval, string label, DateOnly from) => interval.Name switch
    {
        "day" => from.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        "week" => "the week of " + from.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        "month" => from.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => label,
    };

    /// <summary>Describes a signal: the rule and the points that make it up.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="first">The interval of the signal's first point, in words.</param>
    /// <param name="last">The interval of the signal's last point, in words.</param>
    /// <param name="isCurrent">True where the signal's last point is the last point of the chart.</param>
    public static string Describe(Signal signal, string first, string last, bool isCurrent)
    {
        var isHigh = signal.Direction > 0;
        var count = signal.Points.Count;
        var (side, limit) = isHigh ? ("above", "upper") : ("below", "lower");
        var time = isCurrent ? $"since {first}" : $"from {first} to {last}";
        return signal.Rule switch
        {
            ChartRule.BeyondLimit => $"{Capital(first)} lies {side} the {limit} process limit",
            ChartRule.Trend => $"{Number(count)} points in a row, each {side} the one before, {time}",
            ChartRule.TwoOfThree => $"{Number(count)} of three points in a row close to the {limit} process limit {time}",
            _ => $"{Number(count)} points in a row {side} the mean {time}",
        };
    }

    /// <summary>Says why a point is not judged.</summary>
    public static string DescribeIncomplete(string when) =>
        $"{Capital(when)} is not complete yet: it is shown but not judged, and does not affect the limits";

    /// <summary>The verdict on the latest point.</summary>
    public static string Describe(Variation variation, string? found, string when, bool isTrial) => variation switch
    {
        Variation.Improvement => $"Improvement: {found}",
        Variation.Concern => $"Concern: {found}",
        Variation.Neutral => $"Change: {found}",
        _ => $"No change: {when} shows no more than the usual variation",
    } + (isTrial ? $"; the limits are trial limits, from fewer than {ProcessPhase.MinPointsForFinalLimits} points" : "");

    /// <summary>Says that there are too few points for limits.</summary>
    /// <param name="points">How many intervals have a figure.</param>
    /// <param name="intervals">How many intervals there are.</param>
    /// <param name="interval">The kind of interval.</param>
    public static string DescribeTooFew(int points, int intervals, Interval interval) =>
        $"Cannot be judged yet: {points} of {intervals} {Plural(interval)} have a figure, and limits take at least "
        + $"{ProcessPhase.FewestRanges + 1} in a row";

    /// <summary>Says that all points of the baseline are the same, so that limits would have no width.</summary>
    /// <param name="interval">The kind of interval.</param>
    /// <param name="other">The first interval with another figure, in words; null where all are the same.</param>
    public static string DescribeNoWidth(Interval interval, string? other) => other is null
        ? $"The same each {Singular(interval)} until now"
        : $"The same each {Singular(interval)} at first; {other} is the first other";

    /// <summary>Says that the level has changed, behind a verdict.</summary>
    public static string DescribeChangedLevel(string since) => $"; the level has changed since {since}, and new limits can begin there";

    private static string Singular(Interval interval) => interval.Name.EndsWith("year", StringComparison.Ordinal) ? "year" : interval.Name;

    private static string Plural(Interval interval) => $"{Singular(interval)}s";

    /// <summary>Says whether the process can be expected to meet the target.</summary>
    public static string Describe(Assurance assurance, decimal target)
    {
        var number = Rounding.TrimTrailingZeros(target).ToString(CultureInfo.InvariantCulture);
        return assurance switch
        {
            Assurance.ConsistentlyPasses => $"If nothing changes, every point can be expected to meet the target of {number}",
            Assurance.ConsistentlyFails => $"If nothing changes, no point can be expected to meet the target of {number}",
            _ => $"The target of {number} lies within the usual variation: some points will meet it and some will not",
        };
    }

    private static string Number(int count) => count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
