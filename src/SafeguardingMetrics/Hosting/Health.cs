using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Hosting;

/// <summary>Whether the service lives, and whether it can work.</summary>
public static class Health
{
    private static readonly Sql Ask = new("SELECT COUNT(*) FROM Agency");

    /// <summary>Maps the two addresses.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("alive")).ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Database database, HttpContext http)
    {
        try
        {
            await database.Read(reading => reading.Count(Ask), http.RequestAborted);
            return Results.Text("ready");
        }
        catch (DatabaseUnavailableException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
