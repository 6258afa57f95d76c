using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.Hosting;
using SafeguardingMetrics.Hosting.Authentication;
using SafeguardingMetrics.Hosting.Problems;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.DataQuality;

/// <summary>How good the data is.</summary>
public static class DataQualityEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapDataQuality(this IEndpointRouteBuilder v1) => v1.MapGet("/data-quality", Get).WithName("listDataQuality").WithTags("Data quality")
        .RequireAuthorization(Permission.ReadDataQuality).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(500).ProducesProblem(503);

    /// <summary>Read how good the data is</summary>
    /// <remarks>
    /// Records received, accepted, rejected and queried, and findings by rule and by the six dimensions of the Government Data Quality Framework, over the
    /// returns that figures rest on and the submissions that were rejected. An agency sees its own.
    /// </remarks>
    /// <param name="from">Only returns whose period ends on this day or later, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">Only returns whose period begins on this day or earlier, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="by">agency, dataset, rule or month (of the period's last day); agency unless given.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">A row for each agency, dataset, rule or month.</response>
    public static async Task<Results<Rows<DataQualityRow>, ProblemHttpResult>> Get(string? from, string? to, string? by, string? format, HttpContext http, Database database, TimeProvider time)
    {
        if (!Parameters.TryDay(from, out var first)) return ProblemCatalogue.InvalidParameter.Because("from is a date, YYYY-MM-DD.");
        if (!Parameters.TryDay(to, out var last)) return ProblemCatalogue.InvalidParameter.Because("to is a date, YYYY-MM-DD.");
        if (by is not (null or "agency" or "dataset" or "rule" or "month")) return ProblemCatalogue.InvalidParameter.Because("by is agency, dataset, rule or month.");
        var end = last ?? London.Today(time);
        var begin = first ?? (end.Year > 1 ? Period.MonthOf(end).AddMonths(-11) : end);
        if (end < begin) return ProblemCatalogue.InvalidParameter.Because("to is not before from.");

        return new Rows<DataQualityRow>(await database.Report(reading => DataQualityReading.Read(reading, new Period(begin, end), by ?? "agency", http.User.Agency()?.Code), http.RequestAborted));
    }
}
