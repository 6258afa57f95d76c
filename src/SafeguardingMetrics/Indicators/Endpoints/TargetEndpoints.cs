using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Endpoints;

/// <summary>Reading, setting and withdrawing targets.</summary>
public static class TargetEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapTargets(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/targets").WithTags("Targets");
        group.MapGet("", List).WithName("listTargets").RequireAuthorization(Permission.ReadFigures);
        group.MapGet("/{id}", Get).WithName("getTarget").RequireAuthorization(Permission.ReadFigures)
            .Problems(ProblemCatalogue.UnknownTarget);
        group.MapPost("", Set).WithName("setTarget").CreatesAt("/v1/targets/{id}").Audited(AuditAction.TargetSet)
            .RequireAuthorization(Permission.Administer)
            .Problems(ProblemCatalogue.OfJsonBodies).Problems(ProblemCatalogue.InvalidTarget);
        group.MapDelete("/{id}", Withdraw).WithName("withdrawTarget").Audited(AuditAction.TargetWithdrawn)
            .RequireAuthorization(Permission.Administer).Problems(ProblemCatalogue.UnknownTarget, ProblemCatalogue.TargetEnded);
    }

    /// <summary>List targets</summary>
    /// <remarks>
    /// Flat rows, as a JSON array or as CSV. A figure is held to its locality's own target, else to its agency's (of
    /// figures by agency, or of one agency), else to the partnership's: the newest that holds on the last day of the
    /// figure's interval.
    /// </remarks>
    /// <response code="200">The targets, by indicator, scope and day.</response>
    public static async Task<Results<Rows<Target>, ProblemHttpResult>> List(
        [AsParameters] TargetListParameters asked, [AsParameters] ReadServices services)
    {
        if (asked.Indicator is not null && IndicatorCatalogue.Find(asked.Indicator) is null)
            return ProblemCatalogue.InvalidParameter.ToResult(IndicatorAdvice.DescribeUnknown("indicator", asked.Indicator));
        if (QueryParameters.ParseKnownAt("knownAt", asked.KnownAt, services.Clock, out var at) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        if (asked.History is not (null or "true" or "false"))
            return ProblemCatalogue.InvalidParameter.ToResult("history is true or false.");

        return await services.ReadForReports<Results<Rows<Target>, ProblemHttpResult>>(async reading =>
        {
            if (await AgencyLookup.FindUnknown(reading, asked.Agency) is { } unknown) return unknown;
            return new Rows<Target>(
                await TargetStore.List(reading, at, asked.Indicator, asked.Agency, asked.Locality, asked.History == "true"));
        });
    }

    /// <summary>Get a target</summary>
    /// <remarks>Also one that has ended.</remarks>
    /// <param name="id">The target's id.</param>
    /// <response code="200">The target.</response>
    public static async Task<Results<Ok<Target>, ProblemHttpResult>> Get(string id, HttpContext http, Database database) =>
        await database.Read(reading => TargetStore.Find(reading, id), http.RequestAborted) is { } target
            ? TypedResults.Ok(target)
            : Unknown;

    /// <summary>Set a target</summary>
    /// <remarks>
    /// For an indicator, and if need be for one agency or one locality, from a day on. It ends the target that stood
    /// for the same indicator, scope and day, which stays readable as history; one of a later day takes over on its
    /// day. The same again changes nothing and answers 200, so that a retry is safe.
    /// </remarks>
    /// <response code="201">It stands.</response>
    /// <response code="200">It stood already, in the same words.</response>
    public static async Task<Results<Created<Target>, Ok<Target>, ProblemHttpResult>> Set(
        TargetSetting setting, [AsParameters] AuditedRequest request)
    {
        var faults = setting.Validate(await request.Read(AgencyStore.List));
        if (faults.Count > 0) return ProblemCatalogue.InvalidTarget.ToResult(string.Join(' ', faults));

        var said = setting.ToTarget(Guid.CreateVersion7().ToString(), request.GetNow(), request.GetKeyId());
        request.Audit.SetResult(subject: $"{said.Indicator}/{said.TargetId}");
        var (target, isNew) = await request.WriteSettings(WriteLocks.Targets, work => TargetStore.Set(work, said));
        return isNew ? TypedResults.Created($"/v1/targets/{target.TargetId}", target) : TypedResults.Ok(target);
    }

    /// <summary>Withdraw a target</summary>
    /// <remarks>From now on no figure is held to it; what was known before stays known.</remarks>
    /// <param name="id">The target's id.</param>
    /// <response code="200">The target, with the instant at which it ended.</response>
    public static async Task<Results<Ok<Target>, ProblemHttpResult>> Withdraw(string id, [AsParameters] AuditedRequest request)
    {
        var at = request.GetNow();
        var tries = 0;
        return await request.WriteSettings<Results<Ok<Target>, ProblemHttpResult>>(WriteLocks.Targets, async work =>
        {
            var isAgain = tries++ > 0;
            if (await TargetStore.Find(work, id) is not { } target) return Unknown;
            // A request that is tried again may find its own withdrawal: kept, although the answer was lost.
            if (target.EndedAt is { } ended)
                return isAgain && ended == at
                    ? TypedResults.Ok(target)
                    : ProblemCatalogue.TargetEnded.ToResult("Another took its place, or it was withdrawn before.");
            return TypedResults.Ok(await TargetStore.End(work, id, at, request.GetKeyId()));
        });
    }

    private static ProblemHttpResult Unknown => ProblemCatalogue.UnknownTarget.ToResult("No target has this id.");
}
