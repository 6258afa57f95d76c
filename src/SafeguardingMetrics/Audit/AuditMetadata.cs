using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>Metadata of an audited endpoint.</summary>
/// <param name="Act">What a call does, an <see cref="AuditAction"/>.</param>
public sealed record AuditMetadata(string Act);

/// <summary>Declares endpoints to be audited.</summary>
public static class AuditedEndpoints
{
    /// <summary>
    /// Writes an audit line for each call. A handler that changes something takes the <see cref="AuditEntry"/> as a
    /// parameter and gives it to its unit of work, which writes the line in the same transaction. The line of a call
    /// that only reads is written before its answer is sent. A call that is refused has its line within seconds, and
    /// lines of equal refusals are counted in one.
    /// </summary>
    public static RouteHandlerBuilder Audited(this RouteHandlerBuilder endpoint, string act) =>
        endpoint.WithMetadata(new AuditMetadata(act)).AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var services = http.RequestServices;
            var entry = services.GetRequiredService<AuditEntry>();
            entry.Begin(http, act);
            var result = await next(context);
            // The line of this call is seen to here: the middleware adds none.
            http.Features.Set<IAuditHandledFeature>(AuditHandledFeature.Instance);
            if (entry.IsCommitted) return result;
            if (GetProblemCode(result, http.Response) is { } code)
                services.GetRequiredService<AuditQueue>().Add(AuditEntry.CreateLine(http, act, code, entry.Line.OccurredAt));
            else
                // Who read cases is on record before the cases leave the service.
                await services
                    .GetRequiredService<Database>()
                    .Write(WriteScope.WithoutChange(WriteLocks.Audit, entry), Commit, http.RequestAborted);
            return result;
        });

    private static async Task<bool> Commit(UnitOfWork work)
    {
        await work.Commit();
        return true;
    }

    // The code of the problem that the handler answers with, or that the framework answers with when it cannot bind the
    // body; null for neither.
    private static string? GetProblemCode(
        object? result, HttpResponse response) => (result is INestedHttpResult nested ? nested.Result : result) switch
        {
            ProblemHttpResult { ProblemDetails: var problem } =>
                (problem.Extensions.TryGetValue("code", out var code) ? code as string : null) ?? "failed",
            _ => response.StatusCode >= StatusCodes.Status400BadRequest ? ProblemCatalogue.FromStatus(response.StatusCode).Code : null,
        };

    /// <summary>Marks a request whose audit line the endpoint filter has seen to.</summary>
    internal interface IAuditHandledFeature;

    private sealed class AuditHandledFeature : IAuditHandledFeature
    {
        public static readonly AuditHandledFeature Instance = new();
    }
}
