using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>
/// What the handler of an audited endpoint needs to change something, as its one parameter beside those of the request.
/// </summary>
/// <param name="Http">The request.</param>
/// <param name="Database">The database.</param>
/// <param name="Audit">The audit entry of the request.</param>
/// <param name="Time">The clock.</param>
public sealed record AuditedRequest(
    HttpContext Http, [FromServices] Database Database, [FromServices] AuditEntry Audit, [FromServices] TimeProvider Time)
{
    /// <summary>Ends the work when the caller has gone.</summary>
    public CancellationToken Cancel => Http.RequestAborted;

    /// <summary>The id of the key or client that asks.</summary>
    public string GetKeyId() => Http.User.GetKeyId();

    /// <summary>The present instant, as it is stored: UTC, in whole milliseconds.</summary>
    public DateTimeOffset GetNow() => Instant.Now(Time);

    /// <summary>Reads.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public Task<T> Read<T>(Func<ReadSession, Task<T>> read) => Database.Read(read, Cancel);

    /// <summary>
    /// Writes settings, which any answer may depend on, together with the audit entry; see
    /// <see cref="SafeguardingMetrics.Storage.Database.Write"/>.
    /// </summary>
    /// <param name="lockName">The write lock, one of <see cref="WriteLocks"/>.</param>
    /// <param name="write">The statements, with a commit at their end.</param>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public Task<T> WriteSettings<T>(string lockName, Func<UnitOfWork, Task<T>> write) =>
        Database.Write(WriteScope.ForSettings(lockName, Audit), write, Cancel);
}
