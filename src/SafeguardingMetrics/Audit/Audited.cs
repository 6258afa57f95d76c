using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>Metadata of an endpoint: what is written down when it is called.</summary>
/// <param name="Act">An <see cref="SafeguardingMetrics.Audit.Act"/>.</param>
public sealed record Audited(string Act);

/// <summary>Declares endpoints to be audited.</summary>
public static class AuditedEndpoints
{
    /// <summary>
    /// Each call has a line: what is done, in the same transaction as the act, or, where the act changes nothing, before the answer leaves;
    /// what is not done, a moment later and folded with its like.
    /// </summary>
    public static RouteHandlerBuilder Audited(this RouteHandlerBuilder endpoint, string act) => endpoint.WithMetadata(new Audited(act)).AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var line = new AuditedAct(http, act, Instant.Now(services.GetRequiredService<TimeProvider>()));
        object? result;
        KeptTogether.With = line;
        try
        {
            result = await next(context);
        }
        finally
        {
            KeptTogether.With = null;
        }

        // What comes of an audited act is a line of that act: the middleware has nothing to add.
        http.Features.Set<IIsAudited>(AlreadyAudited.Instance);
        if (line.IsKept) return result;
        if (CodeOf(result, http.Response) is { } code) services.GetRequiredService<AuditQueue>().Add(AuditedAct.LineOf(http, act, code, line.Line.OccurredAt));
        // Nothing of a case leaves the service unless it is written down who has it.
        else await services.GetRequiredService<Database>().WriteAside(AuditQueue.Turn, work => Keep(work, line), http.RequestAborted);
        return result;
    });

    private static async Task<bool> Keep(UnitOfWork work, AuditedAct line)
    {
        await AuditStore.Add(work, line.Line);
        await work.Commit();
        return true;
    }

    // The code of the problem that a handler answers with, or that the framework does in its place where it cannot read what was sent; null where neither does.
    private static string? CodeOf(object? result, HttpResponse response) => (result is INestedHttpResult nested ? nested.Result : result) is ProblemHttpResult { ProblemDetails: var problem }
        ? (problem.Extensions.TryGetValue("code", out var code) ? code as string : null) ?? "failed"
        : response.StatusCode >= StatusCodes.Status400BadRequest ? ProblemCatalogue.OfStatus(response.StatusCode).Code : null;

    /// <summary>Marks a request whose line was seen to.</summary>
    internal interface IIsAudited;

    private sealed class AlreadyAudited : IIsAudited
    {
        public static readonly AlreadyAudited Instance = new();
    }
}
