using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>The variation that a point shows.</summary>
public enum Variation
{
    /// <summary>The usual variation of the process.</summary>
    CommonCause,

    /// <summary>A change for the better.</summary>
    Improvement,

    /// <summary>A change for the worse.</summary>
    Concern,

    /// <summary>A change of an indicator for which neither direction is better.</summary>
    Neutral,
}

/// <summary>Whether the process, unchanged, can be expected to meet a target.</summary>
public enum Assurance
{
    /// <summary>
    /// The target lies beyond the limits on the worse side: the usual variation alone will not miss it.
    /// </summary>
    ConsistentlyPasses,

    /// <summary>
    /// The target lies beyond the limits on the better side: the usual variation alone will not reach it.
    /// </summary>
    ConsistentlyFails,

    /// <summary>The target lies within the limits or on a limit: the usual variation decides.</summary>
    HitAndMiss,
}

/// <summary>Interprets signals and limits by the polarity of an indicator.</summary>
public static class SpcInterpretation
{
    /// <summary>
    /// The variation that a point shows. A null <paramref name="better"/> means that neither direction is better.
    /// </summary>
    public static Variation Interpret(Signal? signal, Polarity? better) =>
        signal is null ? Variation.CommonCause
        : better is null ? Variation.Neutral
        : signal.Direction == Sign(better) ? Variation.Improvement
        : Variation.Concern;

    /// <summary>
    /// Whether a target can be expected to be met; null without a target, without limits, or where neither direction is
    /// better.
    /// </summary>
    public static Assurance? Interpret(ControlLimits? limits, decimal? target, Polarity? better) =>
        (limits?.AverageRange, target, better) switch
        {
            (null, _, _) or (_, null, _) or (_, _, null) => null,
            _ when !limits!.IsBeyond(target.Value) => Assurance.HitAndMiss,
            _ => limits.SideOf(target.Value) == Sign(better) ? Assurance.ConsistentlyFails : Assurance.ConsistentlyPasses,
        };

    /// <summary>
    /// The assurance that may be said of a process: none while it changes, since it will not go on as it was, and none that contradicts
    /// its latest value. "Will meet the target" of a process that has just missed it would be read as an excuse.
    /// </summary>
    /// <param name="limits">The limits.</param>
    /// <param name="target">The target; null for none.</param>
    /// <param name="better">Which direction is better; null for neither.</param>
    /// <param name="variation">What the latest point shows.</param>
    /// <param name="latest">The latest value.</param>
    public static Assurance? Interpret(
        ControlLimits? limits, decimal? target, Polarity? better, Variation variation, decimal latest) =>
        variation != Variation.CommonCause ? null
        : Interpret(limits, target, better) switch
        {
            Assurance.ConsistentlyPasses when !IsMet(latest, target!.Value, better) => null,
            Assurance.ConsistentlyFails when IsMet(latest, target!.Value, better) => null,
            var assurance => assurance,
        };

    private static bool IsMet(decimal value, decimal target, Polarity? better) =>
        better == Polarity.High ? value >= target : value <= target;

    private static int Sign(Polarity? better) => better == Polarity.High ? 1 : -1;
}
