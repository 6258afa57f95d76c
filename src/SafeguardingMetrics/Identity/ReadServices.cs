using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>The services of an endpoint that reads: a parameter of handlers, marked <c>[AsParameters]</c>.</summary>
/// <param name="Database">The database.</param>
/// <param name="Clock">The clock of the request.</param>
/// <param name="Caller">Who sends the request.</param>
/// <param name="Cancel">Cancelled when the caller no longer waits for the answer.</param>
public sealed record ReadServices(
    [FromServices] Database Database, [FromServices] IRequestClock Clock, [FromServices] CurrentCaller Caller, CancellationToken Cancel)
{
    /// <summary>Reads from the database that figures are read from, in one session that sees one state.</summary>
    public Task<T> ReadForReports<T>(Func<ReadSession, Task<T>> read) => Database.ReadForReports(read, Cancel);
}
