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

    private static int Sign(Polarity? better) => better == Polarity.High ? 1 : -1;
}
