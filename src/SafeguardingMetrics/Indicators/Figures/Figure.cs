using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.Datasets.Measures;

namespace SafeguardingMetrics.Indicators.Figures;

/// <summary>One figure with what it was made of, before it is written as a row.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Label">The interval's label.</param>
/// <param name="Days">The interval's days.</param>
/// <param name="Member">The member of the breakdown; null for the total.</param>
/// <param name="Tally">The counts; null where no return covers a day of the interval.</param>
/// <param name="AgenciesExpected">How many agencies were expected to report.</param>
/// <param name="AgenciesReported">How many did, for at least one day of the interval.</param>
/// <param name="RecordsRejected">How many records of those returns were left out.</param>
public sealed record Figure(Indicator Indicator, string Label, Period Days, string? Member, Tally? Tally, int AgenciesExpected, int AgenciesReported, int RecordsRejected)
{
    /// <summary>The member of the second breakdown, where two are crossed; otherwise null.</summary>
    public string? SecondMember { get; init; }
}
