using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>Compares figures with a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Polarity">Whether a high or a low value is better.</param>
public sealed record TargetComparison(Target Target, Polarity Polarity)
{
    /// <summary>The target is met.</summary>
    public const string Green = "green";

    /// <summary>The target is missed by no more than the tolerance.</summary>
    public const string Amber = "amber";

    /// <summary>The target is missed by more than the tolerance.</summary>
    public const string Red = "red";

    /// <summary>All colours, from the worst.</summary>
    public static IReadOnlyList<string> Colours { get; } = [Red, Amber, Green];

    /// <summary>
    /// The colour of a value; null without a value. The value is compared as shown, to one decimal place: a board sees
    /// 90.0 against 90.0 as met, and the colour must not reveal more of the counts than the value beside it.
    /// </summary>
    public string? GetRag(decimal? value) => value is not { } reached ? null : GetShortfall(reached) switch
    {
        <= 0 => Green,
        var miss when miss <= Target.Tolerance => Amber,
        _ => Red,
    };

    private decimal GetShortfall(decimal reached) => Polarity == Polarity.High ? Target.Value - reached : reached - Target.Value;
}
