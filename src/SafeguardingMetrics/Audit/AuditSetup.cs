using System.Collections.Concurrent;
using Microsoft.AspNetCore.Diagnostics;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Audit;

/// <summary>Puts the audit around every request.</summary>
public static class AuditSetup
{
    // A caller whose address changes has more than one sign-in a day; the memory for them is bounded.
    private const int MostRemembered = 10_000;

    /// <summary>Registers the audit.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddScoped<AuditEntry>().AddSingleton<AuditQueue>().AddHostedService(provider => provider.GetRequiredService<AuditQueue>());

    /// <summary>
    /// Writes a line for each refusal, for each audited act that failed before its handler ran, and for each
    /// credential's first request of a day. This middleware comes before everything that can refuse a request.
    /// </summary>
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

    // For a response that is an error: a refusal where the caller may not, otherwise the act of an endpoint whose
    // handler did not run, for instance because the body could not be read; null where there is no line to write.
    private static string? GetAction(HttpContext http) => http.Response.StatusCode switch
    {
        < StatusCodes.Status400BadRequest => null,
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => AuditAction.Refusal,
        // After an exception the endpoint is in the feature of the exception handler.
        _ => (http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<AuditMetadata>()?.Act,
    };
}
