using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns;

/// <summary>Confirming a return that is held.</summary>
public static class ConfirmationEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapConfirmation(this IEndpointRouteBuilder v1) =>
        v1.MapGroup("/returns/{id}/confirmation").WithTags("Returns").RequireAuthorization(Permission.SubmitOrAdminister)
            .MapPost("", Confirm).WithName("confirmReturn").Audited(AuditAction.Confirmation)
            .Problems(ProblemCatalogue.OfJsonBodies)
            .Problems(ProblemCatalogue.UnknownReturn, ProblemCatalogue.NotHeld, ProblemCatalogue.InvalidConfirmation);

    /// <summary>Confirm a return that is held</summary>
    /// <remarks>
    /// Says that the return is right, and takes it: its days are its own from now on, and the figures change. It is then
    /// the newest return of its agency and dataset, and with <c>knownAt</c> it counts from the instant of the
    /// confirmation. An agency confirms its own returns, an administrator any. The reason is stored with the return.
    /// </remarks>
    /// <param name="id">The return's id.</param>
    /// <param name="confirmation">Why the return is right.</param>
    /// <response code="200">The receipt of the return, now with the returns that lost days to it and the figures that
    /// moved.</response>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Confirm(
        string id, ConfirmationRequest confirmation, ReturnConfirmation returns, [AsParameters] AuditedRequest request)
    {
        var own = request.Http.User.GetAgency()?.Code;
        if (await request.Read(reading => ReturnQueries.Find(reading, id, own)) is not { } stored)
            return ProblemCatalogue.UnknownReturn.ToResult("No return that you may confirm has this id.");
        if (confirmation.ParseReason() is not { } reason)
            return ProblemCatalogue.InvalidConfirmation.ToResult(ProblemCatalogue.InvalidConfirmation.Remedy);
        var dataset = DatasetCatalogue.Find(stored.Dataset)!;
        return await returns.Confirm(stored, dataset, reason, request.Audit, request.Cancel) is { } receipt
            ? TypedResults.Ok(receipt)
            : ProblemCatalogue.NotHeld.ToResult($"Its status is {stored.Status}.");
    }
}
