using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>What a chart says, in plain English; every sentence of it is made here.</summary>
public static class ChartDescriptions
{
    private static readonly string[] Numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    /// <summary>The verdict where there is no point to judge.</summary>
    public const string NothingToJudge = "No complete interval has a figure to judge";

    /// <summary>An interval as one says it: June 2026, the week of 1 June 2026.</summary>
    public static string DescribeInterval(Interval interval, string label, DateOnly from) => interval.Name switch
    {
        "day" => from.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        "week" => "the week of " + from.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        "month" => from.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => label,
    };

    /// <summary>What was found at a point.</summary>
    /// <param name="signal">What the rule found.</param>
    /// <param name="first">When the first of the rule's points was.</param>
    /// <param name="last">When the last was.</param>
    /// <param name="isCurrent">True where the last of them is the last point of the chart.</param>
    public static string Describe(Signal signal, string first, string last, bool isCurrent)
    {
        var isHigh = signal.Direction > 0;
        var count = signal.Points.Count;
        var time = isCurrent ? $"since {first}" : $"from {first} to {last}";
        return signal.Rule switch
        {
            ChartRule.BeyondLimit => $"{Capital(first)} lies {(isHigh ? "above the upper" : "below the lower")} process limit",
            ChartRule.Trend => $"{Number(count)} points running each {(isHigh ? "above" : "below")} the one before {time}",
            ChartRule.TwoOfThree => $"{Number(count)} of three points running close to the {(isHigh ? "upper" : "lower")} process limit {time}",
            _ => $"{Number(count)} points running {(isHigh ? "above" : "below")} the mean {time}",
        };
    }

    /// <summary>Why a point is not judged.</summary>
    public static string DescribeIncomplete(string when) => $"{Capital(when)} is not complete yet: it is shown but not judged, and the limits do not rest on it";

    /// <summary>The verdict of the latest point.</summary>
    public static string Describe(Variation variation, string? found, string when, bool isTrial) => variation switch
    {
        Variation.Improvement => $"Improvement: {found}",
        Variation.Concern => $"Concern: {found}",
        Variation.Neutral => $"Change: {found}",
        _ => $"No change: {when} shows no more than the usual variation",
    } + (isTrial ? $"; the limits are trial limits, of fewer than {ProcessPhase.MinPointsForFinalLimits} points" : "");

    /// <summary>Whether the target will be met.</summary>
    public static string Describe(Assurance assurance, decimal target)
    {
        var number = Rounding.TrimTrailingZeros(target).ToString(CultureInfo.InvariantCulture);
        return assurance switch
        {
            Assurance.ConsistentlyPasses => $"The process can be relied on to meet the target of {number} as long as it stays as it is",
            Assurance.ConsistentlyFails => $"The process will not meet the target of {number} unless it changes",
            _ => $"The target of {number} lies within the usual variation: some points will meet it and some will not",
        };
    }

    private static string Number(int count) => count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
