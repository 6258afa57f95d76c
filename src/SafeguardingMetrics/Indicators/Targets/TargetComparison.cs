using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>A target with the direction in which it is met.</summary>
/// <param name="Target">The target.</param>
/// <param name="Polarity">Which way is better.</param>
public sealed record TargetComparison(Target Target, Polarity Polarity)
{
    /// <summary>Met.</summary>
    public const string Green = "green";

    /// <summary>Missed by no more than the tolerance.</summary>
    public const string Amber = "amber";

    /// <summary>Missed by more.</summary>
    public const string Red = "red";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Colours { get; } = [Red, Amber, Green];

    /// <summary>
    /// The colour of a value; null where there is none. It is the value as shown, to one decimal place, that is held to the target: a board sees
    /// 90.0 against 90.0 as met, and a colour must not tell more of the counts than the value beside it.
    /// </summary>
    public string? GetRag(decimal? value) => value is not { } reached ? null : GetShortfall(reached) switch
    {
        <= 0 => Green,
        var miss when miss <= Target.Tolerance => Amber,
        _ => Red,
    };

    private decimal GetShortfall(decimal reached) => Polarity == Polarity.High ? Target.Value - reached : reached - Target.Value;
}
