using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Releases.Protection;
using SafeguardingMetrics.Releases.Reading;
using SafeguardingMetrics.Schedule;

namespace SafeguardingMetrics.Indicators.Values;

/// <summary>One figure as one flat row; JSON, CSV and Parquet have the same columns, always all of them.</summary>
public sealed record IndicatorValue : IParquetRow
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>day, week, month, quarter, year, financial-year, academic-year, rolling-12-months or to-date.</summary>
    public required string Interval { get; init; }

    /// <summary>The interval's label, such as 2026-10, 2026-W43, 2026-Q4, 2026/27 or 2026-04/2026-10.</summary>
    public required string Period { get; init; }

    /// <summary>The interval's first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The interval's last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What it is broken down by; null for the total.</summary>
    public required string? By { get; init; }

    /// <summary>
    /// The member of that breakdown; null for the total. <c>other-members</c> are all records of members, such as teams, beyond those that
    /// a return has by their names.
    /// </summary>
    public required string? Member { get; init; }

    /// <summary>The second breakdown, where two are crossed; otherwise null.</summary>
    public string? By2 { get; init; }

    /// <summary>The member of the second breakdown; null where there is none.</summary>
    public string? Member2 { get; init; }

    /// <summary>What meets the indicator.</summary>
    public required decimal? Numerator { get; init; }

    /// <summary>What counts.</summary>
    public required decimal? Denominator { get; init; }

    /// <summary>The figure, to one decimal place: a percentage, a median of working days, or cases a worker.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The 90th centile in working days, for lengths of time.</summary>
    public required decimal? P90 { get; init; }

    /// <summary>
    /// Of a length of time, how many have begun and not ended, and so are not in the value; null for other units and
    /// for readers of protected figures.
    /// </summary>
    public required decimal? Waiting { get; init; }

    /// <summary>percent, days or cases.</summary>
    public required string Unit { get; init; }

    /// <summary>The lower end of a percentage's 95% interval (Wilson); null for other units.</summary>
    public required decimal? Lower { get; init; }

    /// <summary>The upper end of that interval.</summary>
    public required decimal? Upper { get; init; }

    /// <summary>
    /// The target that holds on the interval's last day: the locality's or the agency's own, else the partnership's;
    /// null where none is set.
    /// </summary>
    public decimal? Target => TargetComparison?.Target.Value;

    /// <summary>
    /// green where the value meets the target, amber where it misses it by no more than the target's tolerance, red
    /// otherwise; null where there is no value or no target.
    /// </summary>
    public string? Rag => TargetComparison?.GetRag(Level);

    /// <summary>
    /// What people of this member are among the cases, divided by what they are among the people who live here, to two
    /// decimal places: 2.00 is twice as many as there would be if all were alike. Null but for breakdowns whose
    /// population was loaded, and where a number it rests on is not shown.
    /// </summary>
    public decimal? Disproportionality { get; init; }

    /// <summary>
    /// In the Department for Education's symbols, why there is no value: z nothing to count, x no return covers a day
    /// of the interval, or it is not released, c a number of the row is fewer than five, or may be none; or u: too few for a
    /// value, or a percentage of fewer than 10, of low reliability.
    /// </summary>
    public required string? Symbol { get; init; }

    /// <summary>How many agencies were expected to report.</summary>
    public required int AgenciesExpected { get; init; }

    /// <summary>How many reported for at least one day of the interval.</summary>
    public required int AgenciesReported { get; init; }

    /// <summary>Records of those returns that were left out because of an error; null for readers of protected figures.</summary>
    public required int? RecordsRejected { get; init; }

    /// <summary>Stored records of those returns with a query; likewise.</summary>
    public required int? RecordsQueried { get; init; }

    /// <summary>Records of those returns in all; likewise.</summary>
    public required int? RecordsReceived { get; init; }

    /// <summary>
    /// Periods of the return schedule that end in the interval and were due by <c>knownAt</c>; 0 where the dataset has
    /// no schedule.
    /// </summary>
    public required int PeriodsDue { get; init; }

    /// <summary>How many of them had come.</summary>
    public required int PeriodsCovered { get; init; }

    /// <summary>
    /// good where every agency expected reported, 95% of the periods due had come and 95% of the records are without an
    /// error or a query; fair from 75%, 75% and 85%; otherwise poor. Null where nothing was reported.
    /// </summary>
    public required string? Quality { get; init; }

    /// <summary>
    /// The instant whose knowledge this is: unless asked for another, the latest at which anything that figures rest on
    /// became what it is now.
    /// </summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The least that the numerator may be; null where the numerator is exact or not shown.</summary>
    public decimal? NumeratorAtLeast { get; init; }

    /// <summary>The most that the numerator may be: 4 where it is null because it is fewer than five, or none.</summary>
    public decimal? NumeratorAtMost { get; init; }

    /// <summary>The least that the denominator may be.</summary>
    public decimal? DenominatorAtLeast { get; init; }

    /// <summary>The most that the denominator may be.</summary>
    public decimal? DenominatorAtMost { get; init; }

    /// <summary>The least that a rate of rounded numbers may be; null for other figures.</summary>
    public decimal? ValueAtLeast { get; init; }

    /// <summary>The most that it may be.</summary>
    public decimal? ValueAtMost { get; init; }

    /// <summary>5 where numerator and denominator are the middles of groups of five; 1 where they are exact.</summary>
    public int RoundedTo { get; init; } = 1;

    /// <summary>True where the interval is over and no return that was due is missing.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The instant of the release that is shown; null for figures in full, and where nothing is released.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>The day of the next release, which can be later where returns are missing; null where there is none.</summary>
    public DateOnly? NextReleaseOn { get; init; }

    /// <summary>
    /// What charts, colours and comparisons take as the value, also where only its ends are told; not a column.
    /// </summary>
    internal decimal? Level => Reckoned ?? Value;

    /// <summary>
    /// What is taken as the value where only its ends are told; not a column.
    /// </summary>
    internal decimal? Reckoned { get; init; }

    /// <summary>
    /// What the figure is compared with; not a column. Target and colour follow from it and from the value, so that a
    /// row without a value has no colour.
    /// </summary>
    internal TargetComparison? TargetComparison { get; init; }

    /// <summary>Writes a figure in full as a row.</summary>
    /// <param name="selection">Which figures were asked for.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="target">What the figure is compared with; null where there is no target.</param>
    public static IndicatorValue FromFigure(FigureSelection selection, Figure figure, TargetComparison? target)
    {
        var (indicator, counts, coverage) = (figure.Indicator, figure.Counts, figure.Coverage);
        var limits = counts?.GetConfidenceInterval(indicator);
        var value = counts?.GetValue(indicator);
        return new()
        {
            Indicator = indicator.Code,
            Interval = selection.Interval.Name,
            Period = figure.Label,
            From = figure.Days.From,
            To = figure.Days.To,
            By = figure.Member is null ? null : selection.By,
            Member = figure.Member,
            By2 = figure.Member is null ? null : selection.SecondBy,
            Member2 = figure.SecondMember,
            Numerator = counts is not null ? Rounding.TrimTrailingZeros(counts.Numerator) : null,
            Denominator = counts is not null ? Rounding.TrimTrailingZeros(counts.Denominator) : null,
            Value = value,
            P90 = indicator.HasAmount ? counts?.GetCentile(90) : null,
            Waiting = figure.Waiting is { } waiting ? Rounding.TrimTrailingZeros(waiting) : null,
            Lower = limits?.Lower,
            Upper = limits?.Upper,
            Unit = ApiEnumNames.ToText(indicator.Unit),
            Symbol = counts is null ? "x" : counts.Denominator == 0 ? "z" : counts.IsUnreliable(indicator) ? "u" : null,
            AgenciesExpected = coverage.AgenciesExpected,
            AgenciesReported = coverage.AgenciesReported,
            RecordsRejected = coverage.RecordsRejected,
            RecordsQueried = coverage.RecordsQueried,
            RecordsReceived = coverage.RecordsReceived,
            PeriodsDue = coverage.PeriodsDue,
            PeriodsCovered = coverage.PeriodsCovered,
            Quality = QualityBand.FromCoverage(coverage),
            KnownAt = selection.Knowledge,
            IsComplete = figure.Days.To <= London.DayOf(selection.Knowledge) && coverage.PeriodsCovered == coverage.PeriodsDue,
            TargetComparison = target,
        };
    }

    /// <summary>Writes a figure as it was released as a row.</summary>
    /// <param name="selection">Which figures were asked for.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="target">What the figure is compared with; null where there is no target.</param>
    public static IndicatorValue FromRelease(FigureSelection selection, ShownFigure figure, TargetComparison? target)
    {
        var (indicator, coverage) = (figure.Indicator, figure.Coverage);
        var limits = indicator.IsProportion && figure is { Value: not null, Numerator: { } part, Denominator: { } whole }
            ? Uncertainty.Wilson(Math.Min(part.Middle, whole.Middle), whole.Middle)
            : ((decimal Lower, decimal Upper)?)null;
        return new()
        {
            Indicator = indicator.Code,
            Interval = selection.Interval.Name,
            Period = figure.Label,
            From = figure.Days.From,
            To = figure.Days.To,
            By = figure.Member is null ? null : selection.By,
            Member = figure.Member,
            Numerator = GetNumber(figure.Numerator),
            Denominator = GetNumber(figure.Denominator),
            Value = figure.Value,
            Reckoned = figure.Level,
            P90 = figure.P90,
            Waiting = null,
            Lower = limits is { } one ? Rounding.ToOnePlace(one.Lower) : null,
            Upper = limits is { } other ? Rounding.ToOnePlace(other.Upper) : null,
            Unit = ApiEnumNames.ToText(indicator.Unit),
            Symbol = figure.Symbol,
            AgenciesExpected = coverage.AgenciesExpected,
            AgenciesReported = coverage.AgenciesReported,
            RecordsRejected = null,
            RecordsQueried = null,
            RecordsReceived = null,
            PeriodsDue = coverage.PeriodsDue,
            PeriodsCovered = coverage.PeriodsCovered,
            Quality = QualityBand.FromCoverage(coverage),
            KnownAt = figure.ReleasedAt ?? selection.Knowledge,
            NumeratorAtLeast = GetEnd(figure.Numerator, count => count.AtLeast),
            NumeratorAtMost = GetEnd(figure.Numerator, count => count.AtMost),
            DenominatorAtLeast = GetEnd(figure.Denominator, count => count.AtLeast),
            DenominatorAtMost = GetEnd(figure.Denominator, count => count.AtMost),
            ValueAtLeast = figure.ValueAtLeast,
            ValueAtMost = figure.ValueAtMost,
            RoundedTo = indicator.IsAboutChildren ? ShownCount.GroupSize : 1,
            IsComplete = figure.IsComplete,
            ReleasedAt = figure.ReleasedAt,
            NextReleaseOn = figure.NextReleaseOn,
            TargetComparison = target,
        };
    }

    private static decimal? GetNumber(ShownCount? count) => count?.Number is { } number ? Rounding.TrimTrailingZeros(number) : null;

    private static decimal? GetEnd(ShownCount? count, Func<ShownCount, decimal> end) =>
        count is { IsExact: false } shown ? Rounding.TrimTrailingZeros(end(shown)) : null;
}
