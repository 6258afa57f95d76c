using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>
/// A count of one dataset for each unit of a count of another: strategy meetings held for a hundred police
/// notifications, for example. Figures have the intervals and breakdowns that both datasets have, and are kept nowhere:
/// each is made of the stored counts of both.
/// </summary>
/// <param name="numerator">The stored count that the numerator is.</param>
/// <param name="denominator">The stored count that the denominator is.</param>
/// <param name="unit"><see cref="Unit.Percent"/> for a rate of a hundred, <see cref="Unit.Cases"/> for a rate of
/// one.</param>
public sealed class Ratio(CountInput numerator, CountInput denominator, Unit unit) : Indicator
{
    /// <inheritdoc/>
    public override Count Numerator => GetCount(numerator);

    /// <inheritdoc/>
    public override Count Denominator => GetCount(denominator);

    /// <inheritdoc/>
    public override CountInput NumeratorInput => numerator;

    /// <inheritdoc/>
    public override CountInput DenominatorInput => denominator;

    /// <inheritdoc/>
    public override Unit Unit => unit;

    /// <inheritdoc/>
    public override bool IsProportion => false;

    /// <summary>That of the input that settles later.</summary>
    public override int SettledAfterDays => Math.Max(numerator.Indicator.SettledAfterDays, denominator.Indicator.SettledAfterDays);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dimensions => BreakdownNames;

    /// <summary>
    /// Those that both datasets have under one name of their own: a team and a risk grade are not the same, though both
    /// are stored as a team.
    /// </summary>
    public override IReadOnlyList<string> BreakdownNames =>
    [
        .. Dimension.ForReturns,
        .. ListNames(numerator).Intersect(ListNames(denominator)),
    ];

    private static IEnumerable<string> ListNames(CountInput input) =>
        input.Dataset.GetBreakdowns(input.Indicator).Select(breakdown => breakdown.Name);

    private static Count GetCount(CountInput input) =>
        input.Role == CountRole.Numerator ? input.Indicator.Numerator : input.Indicator.Denominator;
}
