namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>
/// The figures of one indicator over time as an XmR chart (a chart of individual values and moving ranges), which
/// separates real change from the usual variation.
/// </summary>
public sealed record Chart
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>percent, days or cases.</summary>
    public required string Unit { get; init; }

    /// <summary>high or low: whether a high or a low value is better.</summary>
    public required string Polarity { get; init; }

    /// <summary>The interval of the points, such as month.</summary>
    public required string Interval { get; init; }

    /// <summary>The breakdown that <c>member</c> belongs to; null for the total.</summary>
    public required string? By { get; init; }

    /// <summary>The member whose chart this is; null for the total.</summary>
    public required string? Member { get; init; }

    /// <summary>The only agency whose returns are counted; null for all agencies.</summary>
    public required string? Agency { get; init; }

    /// <summary>The chart shows what was known at this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The target at the latest point; null where none is set.</summary>
    public required decimal? Target { get; init; }

    /// <summary>
    /// How many points at the beginning of each stretch were asked to give the mean and the limits; null where the request did not say:
    /// see <c>pointsUsed</c> of the stretch.
    /// </summary>
    public required int? Baseline { get; init; }

    /// <summary>True where outlying moving ranges were left out of the limits.</summary>
    public required bool Screen { get; init; }

    /// <summary>
    /// The stretches of the chart, each with its own mean and limits: one, unless the chart was rebased.
    /// </summary>
    public required IReadOnlyList<ChartStretch> Stretches { get; init; }

    /// <summary>A point for each interval, oldest first.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>What the latest point that can be judged shows.</summary>
    public required ChartVerdict Latest { get; init; }
}

/// <summary>A stretch of a chart, with its own mean and limits.</summary>
/// <param name="From">The first day of the first interval.</param>
/// <param name="To">The last day of the last interval.</param>
/// <param name="Mean">The mean, to two decimal places; null where the stretch has no point.</param>
/// <param name="Lower">The lower process limit, to two decimal places. It is not clipped: for a percentage it can be
/// less than 0. Null where no two points follow one another.</param>
/// <param name="Upper">The upper process limit, to two decimal places. It is not clipped: for a percentage it can be
/// more than 100.</param>
/// <param name="PointsUsed">How many points the mean and the limits are calculated from.</param>
/// <param name="IsTrial">True where the stretch has fewer than 13 points: its limits are trial limits.</param>
public sealed record ChartStretch(
    DateOnly From, DateOnly To, decimal? Mean, decimal? Lower, decimal? Upper, int PointsUsed, bool IsTrial);

/// <summary>What the latest point shows.</summary>
/// <param name="Period">The interval of the point; null where no point can be judged.</param>
/// <param name="Variation">improvement, concern, neutral or common-cause; null where no point can be judged.</param>
/// <param name="VariationSentence">The variation in a sentence.</param>
/// <param name="Assurance">consistently-passes, consistently-fails or hit-and-miss; null without a target or without
/// limits.</param>
/// <param name="AssuranceSentence">The assurance in a sentence.</param>
public sealed record ChartVerdict(
    string? Period, string? Variation, string VariationSentence, string? Assurance, string? AssuranceSentence);

/// <summary>One point of a chart: one interval.</summary>
public sealed record ChartPoint
{
    /// <summary>The interval's label.</summary>
    public required string Period { get; init; }

    /// <summary>The first day of the interval.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the interval.</summary>
    public required DateOnly To { get; init; }

    /// <summary>
    /// The figure. Null is a gap: it ends every run of points, and no moving range is taken across it.
    /// </summary>
    public required decimal? Value { get; init; }

    /// <summary>
    /// The symbol that says why there is no figure; null also where the member had no cases in the interval.
    /// </summary>
    public required string? Symbol { get; init; }

    /// <summary>
    /// False where the interval is not over, or where returns of an activity dataset do not cover it to its end yet.
    /// The point is shown but not judged, and does not affect the limits.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>The distance from the previous point of the same stretch.</summary>
    public required decimal? MovingRange { get; init; }

    /// <summary>The mean of the stretch, to two decimal places.</summary>
    public required decimal? Mean { get; init; }

    /// <summary>The lower process limit of the stretch, to two decimal places.</summary>
    public required decimal? Lower { get; init; }

    /// <summary>The upper process limit of the stretch, to two decimal places.</summary>
    public required decimal? Upper { get; init; }

    /// <summary>The target in the interval; null where none is set.</summary>
    public required decimal? Target { get; init; }

    /// <summary>
    /// The first rule that applies to the point: beyond-limit, trend, two-of-three or shift; null where none applies.
    /// </summary>
    public required string? Rule { get; init; }

    /// <summary>The interval of the first point that makes up the rule.</summary>
    public required string? RuleFrom { get; init; }

    /// <summary>The interval of the last point that makes up the rule.</summary>
    public required string? RuleTo { get; init; }

    /// <summary>How many points make up the rule.</summary>
    public required int? RulePoints { get; init; }

    /// <summary>improvement, concern, neutral or common-cause; null where the point is not judged.</summary>
    public required string? Variation { get; init; }

    /// <summary>
    /// One sentence: what the rule found, or why the point is not judged; null where there is nothing to say.
    /// </summary>
    public required string? Sentence { get; init; }
}
