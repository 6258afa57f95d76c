using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>What a point says of the process.</summary>
public enum Variation
{
    /// <summary>No more than the noise that the process always had.</summary>
    CommonCause,

    /// <summary>A change to the better.</summary>
    Improvement,

    /// <summary>A change to the worse.</summary>
    Concern,

    /// <summary>A change, where neither way is better.</summary>
    Neutral,
}

/// <summary>Whether the process as it is can be relied on to meet a target.</summary>
public enum Assurance
{
    /// <summary>The target lies beyond the limits on the worse side: noise alone will not miss it.</summary>
    ConsistentlyPasses,

    /// <summary>The target lies beyond the limits on the better side: noise alone will not meet it.</summary>
    ConsistentlyFails,

    /// <summary>The target lies within the limits, or on one: noise alone decides.</summary>
    HitAndMiss,
}

/// <summary>Makes verdicts of what the rules found.</summary>
public static class SpcInterpretation
{
    /// <summary>What a point says; <paramref name="better"/> is null where neither way is better.</summary>
    public static Variation Interpret(Signal? signal, Polarity? better) => signal is null
        ? Variation.CommonCause
        : better is null ? Variation.Neutral : signal.Direction == Sign(better) ? Variation.Improvement : Variation.Concern;

    /// <summary>Whether a target will be met; null where there is none, no limits, or neither way is better.</summary>
    public static Assurance? Interpret(ControlLimits? limits, decimal? target, Polarity? better) => (limits?.AverageRange, target, better) switch
    {
        (null, _, _) or (_, null, _) or (_, _, null) => null,
        _ when !limits!.IsBeyond(target.Value) => Assurance.HitAndMiss,
        _ => limits.SideOf(target.Value) == Sign(better) ? Assurance.ConsistentlyFails : Assurance.ConsistentlyPasses,
    };

    private static int Sign(Polarity? better) => better == Polarity.High ? 1 : -1;
}
