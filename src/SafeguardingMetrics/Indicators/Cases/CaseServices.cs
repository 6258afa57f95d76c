using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Cases;

/// <summary>The services of the endpoint that reads cases.</summary>
/// <param name="Http">The request.</param>
/// <param name="Database">The database.</param>
/// <param name="Clock">The request's clock.</param>
/// <param name="Audit">The audit entry of the request.</param>
public sealed record CaseServices(
    HttpContext Http, [FromServices] Database Database, [FromServices] IRequestClock Clock, [FromServices] AuditEntry Audit);
