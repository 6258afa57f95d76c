using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Returns;

/// <summary>The query parameters of the list of bank holidays.</summary>
public sealed record BankHolidayListParameters
{
    /// <summary>The first day, YYYY-MM-DD. If you leave it out: 1 January of this year.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last day, YYYY-MM-DD. If you leave it out: 31 December of the year after <c>from</c>.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>
    /// What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01). If you leave it out:
    /// now.
    /// </summary>
    [FromQuery(Name = "knownAt")]
    public string? KnownAt { get; init; }

    /// <summary>
    /// <c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>Reads the days and the instant; the problem where one of them cannot be used, otherwise null.</summary>
    internal ProblemHttpResult? Parse(IRequestClock clock, out Period days, out DateTimeOffset? knownAt)
    {
        (days, knownAt) = (default, null);
        if (!QueryParameters.TryParseDay(From, out var first))
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from", From));
        if (!QueryParameters.TryParseDay(To, out var last))
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("to", To));
        if (QueryParameters.ParseKnownAt("knownAt", KnownAt, clock, out knownAt) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        var begin = first ?? new DateOnly(clock.Today.Year, 1, 1);
        var end = last ?? new DateOnly(Math.Min(begin.Year + 1, DateOnly.MaxValue.Year), 12, 31);
        if (end < begin) return ProblemCatalogue.InvalidParameter.ToResult("to must not be before from.");
        days = new Period(begin, end);
        return null;
    }
}
