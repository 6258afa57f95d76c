using SafeguardingMetrics.Releases.Protection;

namespace SafeguardingMetrics.Releases.Store;

/// <summary>One row of a release, as it is stored: what is shown, and the true counts when they were renewed last.</summary>
internal sealed record ReleasedFigure
{
    /// <summary>The release.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>The breakdown; <c>all</c> for the total.</summary>
    public required string Dimension { get; init; }

    /// <summary>The member; empty for the total.</summary>
    public required string Member { get; init; }

    /// <summary>The true numerator at the release; null where no return covered a day, and of sums of what people carry.</summary>
    public required decimal? CountedNumerator { get; init; }

    /// <summary>The true denominator at the release.</summary>
    public required decimal? CountedDenominator { get; init; }

    /// <summary>The true numerator when it was renewed last; null where no return covered a day.</summary>
    public required decimal? Numerator { get; init; }

    /// <summary>The least that the numerator is shown to be.</summary>
    public required decimal? NumeratorAtLeast { get; init; }

    /// <summary>The most that the numerator is shown to be.</summary>
    public required decimal? NumeratorAtMost { get; init; }

    /// <summary>The true denominator when it was renewed last; of sums of what people carry, such as sessions, the people.</summary>
    public required decimal? Denominator { get; init; }

    /// <summary>The least that the denominator is shown to be.</summary>
    public required decimal? DenominatorAtLeast { get; init; }

    /// <summary>The most that the denominator is shown to be.</summary>
    public required decimal? DenominatorAtMost { get; init; }

    /// <summary>How many children are behind the denominator, when that was renewed last; null where they are not counted.</summary>
    public required int? Children { get; init; }

    /// <summary>The figure itself where it does not follow from the two counts: a median, or a share of sums.</summary>
    public required decimal? Figure { get; init; }

    /// <summary>The 90th centile.</summary>
    public required decimal? P90 { get; init; }

    /// <summary>How many agencies were expected to report.</summary>
    public required int AgenciesExpected { get; init; }

    /// <summary>How many reported.</summary>
    public required int AgenciesReported { get; init; }

    /// <summary>How many periods were due.</summary>
    public required int PeriodsDue { get; init; }

    /// <summary>How many of them had come.</summary>
    public required int PeriodsCovered { get; init; }

    /// <summary>What is shown of the numerator; null where there is none.</summary>
    public ShownCount? ShownNumerator =>
        NumeratorAtLeast is { } least && NumeratorAtMost is { } most ? new ShownCount(least, most) : null;

    /// <summary>What is shown of the denominator; null where there is none.</summary>
    public ShownCount? ShownDenominator =>
        DenominatorAtLeast is { } least && DenominatorAtMost is { } most ? new ShownCount(least, most) : null;

    /// <summary>The numerator in this release; null where there is none.</summary>
    public HeldCount? HeldNumerator => ShownNumerator is { } shown ? new HeldCount(Numerator ?? 0, shown) : null;

    /// <summary>The denominator in this release; null where there is none.</summary>
    public HeldCount? HeldDenominator => ShownDenominator is { } shown ? new HeldCount(Denominator ?? 0, shown) : null;

    /// <summary>The row with a numerator.</summary>
    public ReleasedFigure WithNumerator(HeldCount count) => this with
    {
        Numerator = count.Renewed,
        NumeratorAtLeast = count.Shown.AtLeast,
        NumeratorAtMost = count.Shown.AtMost,
    };

    /// <summary>The row with a denominator.</summary>
    public ReleasedFigure WithDenominator(HeldCount count) => this with
    {
        Denominator = count.Renewed,
        DenominatorAtLeast = count.Shown.AtLeast,
        DenominatorAtMost = count.Shown.AtMost,
    };
}
