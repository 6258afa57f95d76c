using System.Collections.Concurrent;
using Microsoft.AspNetCore.Diagnostics;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Audit;

/// <summary>Puts the audit around every request.</summary>
public static class AuditSetup
{
    // Callers who go about changing their address are written down more often than daily, but remembered no longer.
    private const int MostRemembered = 10_000;

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditQueue>().AddHostedService(provider => provider.GetRequiredService<AuditQueue>());

    /// <summary>Writes down refusals of every address, audited acts that failed before they were one, and each credential's first request of a day. Stands before everything that can refuse.</summary>
    public static void UseAudit(this WebApplication app)
    {
        var queue = app.Services.GetRequiredService<AuditQueue>();
        var time = app.Services.GetRequiredService<TimeProvider>();
        var seen = new ConcurrentDictionary<(string Key, string? From, DateOnly Day), bool>();
        app.Use(async (http, next) =>
        {
            await next(http);
            if (http.Features.Get<AuditedEndpoints.IAuditHandledFeature>() is null && GetAction(http) is { } act)
                queue.Add(AuditEntry.CreateLine(http, act, ProblemCatalogue.FromStatus(http.Response.StatusCode).Code, Instant.Now(time)));

            if (http.User.FindFirst(Caller.KeyIdClaim)?.Value is not { } key) return;
            if (seen.Count >= MostRemembered) seen.Clear();
            if (seen.TryAdd((key, http.Connection.RemoteIpAddress?.ToString(), London.Today(time)), true))
                queue.Add(AuditEntry.CreateLine(http, AuditAction.SignIn, "done", Instant.Now(time)));
        });
    }

    // What was not done: a refusal where the caller may not, and the act itself where it never came to be asked, as with a body that cannot be read.
    private static string? GetAction(HttpContext http) => http.Response.StatusCode switch
    {
        < StatusCodes.Status400BadRequest => null,
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => AuditAction.Refusal,
        // The handler of exceptions keeps the endpoint aside.
        _ => (http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<AuditMetadata>()?.Act,
    };
}
