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
    public static void MapErasures(this IEndpointRouteBuilder v1) => v1.MapGroup("/erasures").WithTags("Erasure").RequireAuthorization(Permission.Administer)
        .MapPost("", Erase).WithName("eraseChild").Audited(AuditAction.Erasure)
        .Problems(ProblemCatalogue.OfJsonBodies).Problems(ProblemCatalogue.SeveralChildren, ProblemCatalogue.InvalidErasure);

    /// <summary>Erase one child's records</summary>
    /// <remarks>
    /// Removes the child's records and findings from every return, for good; there is no way back but a new return. By <c>agency</c> and <c>childId</c> from that agency's returns; by <c>nhsNumber</c> or <c>upn</c>
    /// from every agency's, with the other records of the ids that bear it. Figures stay as they are: they are counts. So the cases of a figure may then be fewer than it counts, and their answer says so
    /// in the header <c>Cases-Incomplete</c>; figures of two breakdowns crossed are counted from records, and lack the child. A return sent later with the child brings it back: the agency has to stop sending it. Asked again it removes what is left.
    /// </remarks>
    /// <response code="200">Erased: how much there was. Nothing of the child is in the answer, nor in the audit but a keyed hash.</response>
    public static async Task<Results<Ok<Erasure>, ProblemHttpResult>> Erase(ErasureRequest request, HttpContext http, ErasureService erasing, IdentifierHasher hash)
    {
        if (ErasureSubject.FromRequest(request, hash) is not { } child) return ProblemCatalogue.InvalidErasure.ToResult(ProblemCatalogue.InvalidErasure.Remedy);
        // A line for each part is kept with it; the request's own is of the whole, and comes last.
        AuditEntry.DeferUntilResponse();
        if (await erasing.Erase(child, http.RequestAborted) is not { } erased) return ProblemCatalogue.SeveralChildren.ToResult("Nothing was erased.");
        AuditEntry.SetResult(erased.Records, subject: child.Hash);
        return TypedResults.Ok(erased);
    }
}
