using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Retention;

/// <summary>Erasing one child's records.</summary>
public static class ErasureEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapErasures(this IEndpointRouteBuilder v1) =>
        v1.MapGroup("/erasures").WithTags("Erasure").RequireAuthorization(Permission.Administer)
            .MapPost("", Erase).WithName("eraseChild").Audited(AuditAction.Erasure)
            .Problems(ProblemCatalogue.OfJsonBodies).Problems(ProblemCatalogue.SeveralChildren, ProblemCatalogue.InvalidErasure);

    /// <summary>Erase one child's records</summary>
    /// <remarks>
    /// Removes the child's records and findings from every return, for good. With <c>agency</c> and <c>childId</c>,
    /// from that agency's returns; with <c>nhsNumber</c> or <c>upn</c>, from every agency's returns, together with the
    /// other records that have the same child id. Figures stay as they are, since they are counts. The cases behind a
    /// figure can then be fewer than the figure counts; their answer says so in the header <c>Cases-Incomplete</c>.
    /// Figures by two breakdowns at once are counted from records, and no longer count the child. A return sent later
    /// with the child brings the child back: the agency has to leave it out. The same request sent again removes what
    /// is left. The answer comes after the embedded database's files are free of what was erased, where that is possible at once:
    /// <c>goneFromFilesAt</c>. Where an identifier belongs to several children of an agency, the problem lists their ids.
    /// </remarks>
    /// <response code="200">How much was erased. The answer holds nothing of the child, and the audit only a keyed
    /// hash.</response>
    public static async Task<Results<Ok<Erasure>, ProblemHttpResult>> Erase(
        ErasureRequest request, HttpContext http, ErasureService erasing, IdentifierHasher hash, AuditEntry audit)
    {
        if (ErasureSubject.FromRequest(request, hash) is not { } child)
            return ProblemCatalogue.InvalidErasure.ToResult(ProblemCatalogue.InvalidErasure.Remedy);
        // Each part has its own audit line; that of the request counts the whole, and is written last.
        var (erased, bearers) = await erasing.Erase(child, audit, http.RequestAborted);
        if (erased is null)
            return ProblemCatalogue.SeveralChildren.ToResult(
                "Nothing was erased. The member children lists the agency's ids whose records have the identifier, and the newest return "
                + "with each.",
                ("children", bearers));
        audit.SetResult(erased.Records, subject: child.Hash);
        return TypedResults.Ok(erased);
    }
}
