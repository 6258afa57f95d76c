using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Returns.Recalculation;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.App;

/// <summary>Whether the service lives, and whether it can work.</summary>
public static class Health
{
    private static readonly Sql Ask = new("SELECT COUNT(*) FROM Agency");

    /// <summary>Maps the two addresses.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", Live).WithName("isLive").Produces<string>(200, "text/plain");
        group.MapGet("/ready", Ready).WithName("isReady").Produces<string>(200, "text/plain").Produces<string>(503, "text/plain");
    }

    /// <summary>Ask whether the service lives</summary>
    /// <remarks>
    /// For a container's liveness probe: it answers while the process can answer at all. No key is needed.
    /// </remarks>
    /// <response code="200">The process answers.</response>
    public static ContentHttpResult Live() => TypedResults.Text("alive");

    /// <summary>Ask whether the service can work</summary>
    /// <remarks>
    /// For a balancer's readiness probe: it reads from the database, writes to it without keeping what it wrote, looks whether the last
    /// check of its file found damage, and names indicators that are defined anew since some of their stored figures were worked out. In
    /// the last five years of the calendar of working days it names the last day. No key is needed.
    /// </remarks>
    /// <response code="200">The database answers, and can be written.</response>
    /// <response code="503">The database does not answer, cannot be written or is damaged.</response>
    public static async Task<ContentHttpResult> Ready(
        Database database, DatabaseCondition condition, RecalculationCheck definitions, CalendarEndCheck calendar, HttpContext http)
    {
        try
        {
            if (await condition.FindDamage(http.RequestAborted) is [_, ..])
                return NotReady("the database's file is damaged; the administrator must restore a backup");
            await database.TryWrite(http.RequestAborted);
            await database.Read(reading => reading.Count(Ask), http.RequestAborted);
            var behind = await definitions.ListOutdated(http.RequestAborted);
            string?[] parts =
                ["ready", behind.Count > 0 ? $"to be recalculated: {string.Join(", ", behind)}" : null, calendar.Describe()];
            return TypedResults.Text(string.Join("; ", parts.OfType<string>()));
        }
        catch (DatabaseUnavailableException fault)
        {
            return NotReady(fault.Advice is { } advice ? $"not ready: {advice}" : "the database does not answer");
        }
    }

    private static ContentHttpResult NotReady(string why) =>
        TypedResults.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
