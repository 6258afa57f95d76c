using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>Metadata of an endpoint: what is written down when it is called.</summary>
/// <param name="Act">An <see cref="SafeguardingMetrics.Audit.AuditAction"/>.</param>
public sealed record AuditMetadata(string Act);

/// <summary>Declares endpoints to be audited.</summary>
public static class AuditedEndpoints
{
    /// <summary>
    /// Each call has a line: what is done, in the same transaction as the act, or, where the act changes nothing, before the answer leaves;
    /// what is not done, a moment later and folded with its like.
    /// </summary>
    public static RouteHandlerBuilder Audited(this RouteHandlerBuilder endpoint, string act) => endpoint.WithMetadata(new AuditMetadata(act)).AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var line = new AuditEntry(http, act, Instant.Now(services.GetRequiredService<TimeProvider>()));
        object? result;
        AmbientTransactionParticipant.Current = line;
        try
        {
            result = await next(context);
        }
        finally
        {
            AmbientTransactionParticipant.Current = null;
        }

        // What comes of an audited act is a line of that act: the middleware has nothing to add.
        http.Features.Set<IAuditHandledFeature>(AuditHandledFeature.Instance);
        if (line.IsCommitted) return result;
        if (GetProblemCode(result, http.Response) is { } code) services.GetRequiredService<AuditQueue>().Add(AuditEntry.CreateLine(http, act, code, line.Line.OccurredAt));
        // Nothing of a case leaves the service unless it is written down who has it.
        else await services.GetRequiredService<Database>().WriteWithoutVersionBump(AuditQueue.LockName, work => WriteAndCommit(work, line), http.RequestAborted);
        return result;
    });

    private static async Task<bool> WriteAndCommit(UnitOfWork work, AuditEntry line)
    {
        await AuditStore.Add(work, line.Line);
        await work.Commit();
        return true;
    }

    // The code of the problem that a handler answers with, or that the framework does in its place where it cannot read what was sent; null where neither does.
    private static string? GetProblemCode(object? result, HttpResponse response) => (result is INestedHttpResult nested ? nested.Result : result) is ProblemHttpResult { ProblemDetails: var problem }
        ? (problem.Extensions.TryGetValue("code", out var code) ? code as string : null) ?? "failed"
        : response.StatusCode >= StatusCodes.Status400BadRequest ? ProblemCatalogue.FromStatus(response.StatusCode).Code : null;

    /// <summary>Marks a request whose line was seen to.</summary>
    internal interface IAuditHandledFeature;

    private sealed class AuditHandledFeature : IAuditHandledFeature
    {
        public static readonly AuditHandledFeature Instance = new();
    }
}
