using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Answers;
using Cut = SafeguardingMetrics.Datasets.Calendar.Interval;

namespace SafeguardingMetrics.Indicators.Values;

/// <summary>The query parameters of every endpoint that shows figures, or what figures are made of.</summary>
/// <remarks>
/// No record of query parameters is derived from another: the generator of request delegates binds declared properties
/// only.
/// </remarks>
public sealed record FigureParameters
{
    internal const int MostIntervals = 5000;

    /// <summary>
    /// The first day, YYYY-MM-DD. If you leave it out: the first of the month eleven months before <c>to</c>.
    /// </summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last day, YYYY-MM-DD. If you leave it out: today in England.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>
    /// The length of time that each figure covers: <c>day</c>, <c>week</c> (ISO, from Monday), <c>month</c>,
    /// <c>quarter</c>, <c>year</c>, <c>financial-year</c> (from April), <c>academic-year</c> (from September),
    /// <c>rolling-12-months</c> (the twelve months to the end of each month) or <c>to-date</c> (the financial year to
    /// the end of each month). If you leave it out: <c>month</c>.
    /// </summary>
    [FromQuery(Name = "interval")]
    public string? Interval { get; init; }

    /// <summary>Only what this agency sent. If you leave it out: the whole partnership.</summary>
    [FromQuery(Name = "agency")]
    public string? Agency { get; init; }

    /// <summary>
    /// What was known at an instant (<c>2026-03-01T09:00:00Z</c>) or at the end of a day (<c>2026-03-01</c>); not in the
    /// future. An instant without a zone is a time of the clock in England; of a time that occurs twice in autumn, the
    /// first. If you leave it out: what is known now.
    /// </summary>
    [FromQuery(Name = "knownAt")]
    public string? KnownAt { get; init; }

    /// <summary>Which figures are asked for, or why they cannot be.</summary>
    /// <param name="clock">The request's clock.</param>
    /// <param name="by">The breakdown, or two with a comma between; null for none.</param>
    /// <param name="updatedSince">Only intervals whose figures may have changed since an instant or a day; null for
    /// all.</param>
    public (FigureSelection? Selection, string? Why) ToSelection(IRequestClock clock, string? by = null, string? updatedSince = null)
    {
        if (!QueryParameters.TryParseDay(From, out var from)) return (null, QueryParameters.InvalidDayDetail("from", From));
        if (!QueryParameters.TryParseDay(To, out var to)) return (null, QueryParameters.InvalidDayDetail("to", To));
        if (QueryParameters.ParseKnownAt("knownAt", KnownAt, clock, out var knownAt) is { } whyNotKnown) return (null, whyNotKnown);
        if (QueryParameters.ParseSince("updatedSince", updatedSince, clock, out var since) is { } whyNotSince) return (null, whyNotSince);
        if (since is not null && knownAt is not null)
            return (null, "updatedSince is of what is known now, and is not given together with knownAt.");
        if (Cut.Find(Interval ?? Cut.Month.Name) is not { } interval)
            return (null, NameAdvice.Describe(
                $"interval is one of {string.Join(", ", Cut.All.Select(known => known.Name))}",
                Interval!,
                Cut.All.Select(known => known.Name)));
        if (BreakdownParameters.ParseDimensions(by) is not { } dimensions)
            return (null, BreakdownParameters.DescribeInvalid(by!));

        // Nothing is known of days outside these, and the ends of the calendar are no place to count from.
        var earliest = WorkingDayCalendar.FirstDay;
        var last = to ?? clock.Today;
        var first = from ?? Period.MonthOf(last < earliest ? earliest : last).AddMonths(-11);
        if (first < earliest || last > WorkingDayCalendar.LastDay) return (null, $"from and to are days {WorkingDayCalendar.KnownDays}.");
        if (last < first) return (null, "to is not before from.");
        var days = new Period(first, last);
        if (interval.Split(days).Take(MostIntervals + 1).Count() > MostIntervals)
            return (null, $"at most {MostIntervals} intervals are answered at once.");
        return (new FigureSelection(days, interval, clock.GetUtcNow())
        {
            By = dimensions is [var single, ..] ? single : Dimension.All,
            SecondBy = dimensions is [_, var second] ? second : null,
            Agency = Agency,
            KnownAt = knownAt,
            UpdatedSince = since,
        }, null);
    }
}
