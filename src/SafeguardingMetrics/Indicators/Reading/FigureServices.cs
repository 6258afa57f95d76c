using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Reading;

/// <summary>The services of an endpoint that reads figures or what they are made of.</summary>
/// <param name="Http">The request.</param>
/// <param name="Database">The database.</param>
/// <param name="Clock">The request's clock.</param>
/// <param name="Figures">Reads figures as the caller may see them.</param>
public sealed record FigureServices(
    HttpContext Http, [FromServices] Database Database, [FromServices] IRequestClock Clock, [FromServices] FigureReader Figures)
{
    /// <summary>True where the caller may see every number.</summary>
    public bool SeesFullFigures() => Http.User.CanSeeFullFigures();

    /// <summary>Ends where the caller does not wait for the answer any longer.</summary>
    public CancellationToken Cancel => Http.RequestAborted;

    /// <summary>Reads from the database that figures are read from, in one session that sees one state.</summary>
    public Task<T> Read<T>(Func<ReadSession, Task<T>> read) => Database.ReadForReports(read, Cancel);
}
