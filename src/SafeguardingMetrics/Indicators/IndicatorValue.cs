using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Indicators.Figures;

namespace SafeguardingMetrics.Indicators;

/// <summary>One figure as one flat row; JSON and CSV have the same columns, always all of them.</summary>
public sealed record IndicatorValue
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

    /// <summary>The member of that breakdown; null for the total.</summary>
    public required string? Member { get; init; }

    /// <summary>What meets the indicator.</summary>
    public required decimal? Numerator { get; init; }

    /// <summary>What counts.</summary>
    public required decimal? Denominator { get; init; }

    /// <summary>The figure, to one decimal place: a percentage, a median of working days, or cases a worker.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The 90th centile in working days, for lengths of time.</summary>
    public required decimal? P90 { get; init; }

    /// <summary>percent, days or cases.</summary>
    public required string Unit { get; init; }

    /// <summary>The lower end of a percentage's 95% interval (Wilson); null for other units.</summary>
    public required decimal? Lower { get; init; }

    /// <summary>The upper end of that interval.</summary>
    public required decimal? Upper { get; init; }

    /// <summary>The target; not yet given.</summary>
    public decimal? Target { get; init; }

    /// <summary>red, amber or green against the target; not yet given.</summary>
    public string? Rag { get; init; }

    /// <summary>In the Department for Education's symbols, why there is no value: z nothing to count, x no return covers a day of the interval, c hidden because it counts few children or because one that does could be worked out from it; or u: a percentage of fewer than 10, of low reliability.</summary>
    public required string? Symbol { get; init; }

    /// <summary>How many agencies were expected to report.</summary>
    public required int AgenciesExpected { get; init; }

    /// <summary>How many reported for at least one day of the interval.</summary>
    public required int AgenciesReported { get; init; }

    /// <summary>Records of those returns that were left out because of an error.</summary>
    public required int RecordsRejected { get; init; }

    /// <summary>The instant whose knowledge this is.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Writes a figure as a row.</summary>
    public static IndicatorValue Of(FigureQuery query, Figure figure) => new()
    {
        Indicator = figure.Indicator.Code,
        Interval = query.Interval.Name,
        Period = figure.Label,
        From = figure.Days.From,
        To = figure.Days.To,
        By = figure.Member is null ? null : query.By,
        Member = figure.Member,
        Numerator = figure.Tally is { } counts ? Rounding.Plain(counts.Numerator) : null,
        Denominator = figure.Tally is { } whole ? Rounding.Plain(whole.Denominator) : null,
        Value = figure.Tally?.Value(figure.Indicator),
        P90 = figure.Indicator.HasAmount ? figure.Tally?.Centile(90) : null,
        Lower = figure.Tally?.Interval(figure.Indicator)?.Lower,
        Upper = figure.Tally?.Interval(figure.Indicator)?.Upper,
        Unit = Words.Of(figure.Indicator.Unit),
        Symbol = figure.Tally is not { } tally ? "x" : tally.Denominator == 0 ? "z" : tally.IsUnreliable(figure.Indicator) ? "u" : null,
        AgenciesExpected = figure.AgenciesExpected,
        AgenciesReported = figure.AgenciesReported,
        RecordsRejected = figure.RecordsRejected,
        KnownAt = query.Knowledge,
    };
}
