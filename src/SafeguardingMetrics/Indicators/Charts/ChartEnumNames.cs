namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>The API's names of chart rules, variation and assurance.</summary>
public static class ChartEnumNames
{
    /// <summary><c>beyond-limit</c>, <c>trend</c>, <c>two-of-three</c> or <c>shift</c>.</summary>
    public static string ToText(ChartRule rule) => rule switch
    {
        ChartRule.BeyondLimit => "beyond-limit",
        ChartRule.Trend => "trend",
        ChartRule.TwoOfThree => "two-of-three",
        _ => "shift",
    };

    /// <summary><c>improvement</c>, <c>concern</c>, <c>neutral</c> or <c>common-cause</c>.</summary>
    public static string ToText(Variation variation) => variation switch
    {
        Variation.Improvement => "improvement",
        Variation.Concern => "concern",
        Variation.Neutral => "neutral",
        _ => "common-cause",
    };

    /// <summary><c>consistently-passes</c>, <c>consistently-fails</c> or <c>hit-and-miss</c>.</summary>
    public static string ToText(Assurance assurance) => assurance switch
    {
        Assurance.ConsistentlyPasses => "consistently-passes",
        Assurance.ConsistentlyFails => "consistently-fails",
        _ => "hit-and-miss",
    };
}
