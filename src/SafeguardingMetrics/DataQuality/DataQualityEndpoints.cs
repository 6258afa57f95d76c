using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.DataQuality;

/// <summary>How good the data is.</summary>
public static class DataQualityEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapDataQuality(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/data-quality").WithTags("Data quality").RequireAuthorization(Permission.ReadDataQuality);
        group.MapGet("", Get).WithName("listDataQuality").Conditional();
        group.MapGet("/scores", Score).WithName("listScores").Conditional();
    }

    /// <summary>Read how good the data is</summary>
    /// <remarks>
    /// Records received, accepted, rejected and queried, and findings by rule and by the six dimensions of the Government Data Quality Framework, over the
    /// returns that figures rest on and the submissions that were rejected. An agency sees its own. Who reads protected figures sees faults and scores, not how many records came.
    /// </remarks>
    /// <param name="from">Only returns whose period ends on this day or later, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">Only returns whose period begins on this day or earlier, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="by">agency, dataset, rule or month (of the period's last day); agency unless given.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">A row for each agency, dataset, rule or month.</response>
    public static async Task<Results<Rows<DataQualityRow>, ProblemHttpResult>> Get(
        string? from, string? to, string? by, string? knownAt, string? format, HttpContext http, Database database, IRequestClock clock)
    {
        if (by is not (null or "agency" or "dataset" or "rule" or "month")) return ProblemCatalogue.InvalidParameter.ToResult("by is agency, dataset, rule or month.");
        if (ValidateParameters(from, to, knownAt, clock, out var days, out var known) is { } why) return why;

        var rows = await database.ReadForReports(reading => DataQualityReader.Read(reading, days, by ?? "agency", http.User.GetAgency()?.Code, known), http.RequestAborted);
        return new Rows<DataQualityRow>(http.User.CanSeeRecordCounts() ? rows : [.. rows.Select(row => row.WithoutCounts())]);
    }

    /// <summary>Score how good the data is</summary>
    /// <remarks>
    /// By the arithmetic of NHS England's Data Quality Maturity Index: the mean of the items' scores times the mean of their coverages. An item is a field of a dataset. Its score is
    /// the share of values that are there where they are to be expected and without a finding, less the default codes beyond their threshold, over the stored returns that
    /// figures rest on; its coverage is the share of the periods that the return schedule owes from <c>from</c> to <c>to</c> that had come. What nothing was owed of has no score. An agency sees its own.
    /// </remarks>
    /// <param name="from">The first day, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="by">agency, dataset or field; agency unless given.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">A row for each agency, dataset or field.</response>
    public static async Task<Results<Rows<ScoreRow>, ProblemHttpResult>> Score(
        string? from, string? to, string? by, string? knownAt, string? format, HttpContext http, Database database, IRequestClock clock)
    {
        if (by is not (null or "agency" or "dataset" or "field")) return ProblemCatalogue.InvalidParameter.ToResult("by is agency, dataset or field.");
        if (ValidateParameters(from, to, knownAt, clock, out var days, out var known) is { } why) return why;
        if (days.From < WorkingDayCalendar.FirstDay || days.To > WorkingDayCalendar.LastDay) return ProblemCatalogue.InvalidParameter.ToResult("from and to lie from 1990 to 2040.");

        var rows = await database.ReadForReports(reading => ScoreReader.Read(reading, days, by ?? "agency", http.User.GetAgency()?.Code, known, known ?? clock.GetUtcNow()), http.RequestAborted);
        return new Rows<ScoreRow>(http.User.CanSeeRecordCounts() ? rows : [.. rows.Select(row => row.WithoutCounts())]);
    }

    private static ProblemHttpResult? ValidateParameters(string? from, string? to, string? knownAt, IRequestClock clock, out Period days, out DateTimeOffset? known)
    {
        (days, known) = (default, null);
        if (!QueryParameters.TryParseDay(from, out var first)) return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from"));
        if (!QueryParameters.TryParseDay(to, out var last)) return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("to"));
        if (!QueryParameters.TryParseKnownAt(knownAt, out known)) return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidInstantDetail("knownAt"));
        var end = last ?? clock.Today;
        var begin = first ?? (end.Year > 1 ? Period.MonthOf(end).AddMonths(-11) : end);
        if (end < begin) return ProblemCatalogue.InvalidParameter.ToResult("to is not before from.");
        days = new Period(begin, end);
        return null;
    }
}
