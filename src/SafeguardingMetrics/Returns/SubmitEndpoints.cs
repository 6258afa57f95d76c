using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Idempotency;
using SafeguardingMetrics.Returns.Keys;
using SafeguardingMetrics.Returns.Queue;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns;

/// <summary>Submitting and checking returns.</summary>
public static class SubmitEndpoints
{
    // The problems of a body that arrived and cannot be read.
    private static readonly Problem[] ReadProblems =
    [
        ProblemCatalogue.UnreadableBody, ProblemCatalogue.TooDeep, ProblemCatalogue.RecordTooLong, ProblemCatalogue.TooManyFields,
        ProblemCatalogue.TooManyRecords, ProblemCatalogue.NotOwnIds, ProblemCatalogue.TakesTooLong,
    ];

    /// <summary>Maps them.</summary>
    public static void MapSubmission(this IEndpointRouteBuilder v1)
    {
        var limits = v1.ServiceProvider.GetRequiredService<ServiceLimits>();
        var own = v1.MapGroup("").RequireAuthorization(Permission.Submit);
        var taking = own.MapGroup("/returns/{dataset}").WithMetadata(new SubmissionMetadata(limits.BodyBytes))
            .RequireRateLimiting(SubmissionConcurrencyPolicy.Name)
            .Problems(BodyReceiver.Problems).Problems(ReadProblems).Problems(
                ProblemCatalogue.UnknownDataset, ProblemCatalogue.OtherSector, ProblemCatalogue.InvalidPeriod, ProblemCatalogue.BadRequest,
                ProblemCatalogue.PeriodAhead, ProblemCatalogue.TooManyAtOnce, ProblemCatalogue.TooManyBytes, ProblemCatalogue.Busy);
        taking.MapPost("", Submit).WithName("submitReturn").WithTags("Submit a return").CreatesAt("/v1/returns/{id}")
            .Audited(AuditAction.Submission).Problems(
            ProblemCatalogue.InvalidIdempotencyKey, ProblemCatalogue.IdempotencyKeyReused, ProblemCatalogue.StillRunning,
            ProblemCatalogue.ReturnRejected, ProblemCatalogue.WouldBeHeld);
        taking.MapPost("/check", Check).WithName("checkReturn").WithTags("Check a return").WithMetadata(new AllowCookieAuthentication())
            .Audited(AuditAction.Check);
        own.MapGet("/submissions/{id}", Progress).WithName("getSubmission").WithTags("Submit a return").Audited(AuditAction.ReceiptRead)
            .Problems(ReadProblems).Problems(
                ProblemCatalogue.UnknownSubmission,
                ProblemCatalogue.BadRequest,
                ProblemCatalogue.PeriodAhead,
                ProblemCatalogue.ReturnRejected,
                ProblemCatalogue.WouldBeHeld,
                ProblemCatalogue.SubmissionFailed);
    }

    /// <summary>Submit a return</summary>
    /// <remarks>
    /// Every record is checked against the dataset's rules. Records without an error are stored, and the receipt names
    /// each fault. The days of the period now belong to this return: for each agency and dataset, a day belongs to the
    /// newest return that covers it. So you can send a single day every night, the month to date every night, a rolling
    /// window or a corrected year. A return that has far fewer records than there were before, or other keys, an empty
    /// field or many errors, is held: it takes no days until somebody confirms it. A return is stored whole with its
    /// receipt, or nothing of it is. The same content for the same period, sent again while it is in force or held, gets
    /// the first receipt and is not stored twice; so does, on the same day, what was rejected. Hanging up before the answer ends it.
    /// With an `Idempotency-Key`, the same request sent again gets the answer of the first, whatever it was.
    /// </remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="asked">What the address and the headers say.</param>
    /// <param name="services">What the handler uses.</param>
    /// <response code="201">Stored. The receipt says how each record fared.</response>
    /// <response code="200">The same return is already stored and in force: its first receipt.</response>
    /// <response code="202">
    /// Held: the return is stored, and differs so much from the records before it that no figure changes until somebody
    /// confirms it. The receipt has the status <c>held</c> and says why. Or accepted, with <c>Prefer: respond-async</c>:
    /// the body is stored and will be processed; ask for the outcome at the address in <c>Location</c>.
    /// </response>
    public static async Task<Results<CreatedReceipt, OkReceipt, HeldReceipt, Accepted<SubmissionProgress>, ProblemHttpResult>> Submit(
        string dataset, [AsParameters] SubmissionParameters asked, [AsParameters] SubmissionServices services)
    {
        var http = services.Http;
        if (SubmissionRequest.Parse(http, dataset, asked, out var request) is { } refusal) return refusal;
        if (await FindReusedIds(request!, services) is { } days) return days;
        if (!IdempotencyKey.TryParse(http.Request.Headers[IdempotencyKey.Header], out var key))
            return ProblemCatalogue.InvalidIdempotencyKey.ToResult(
                "The header Idempotency-Key is one string of 1 to 255 printable ASCII characters.");
        var isAsync = request!.Prefer.IsAsync && services.Submissions.CanQueue;

        var begunAt = Stopwatch.GetTimestamp();
        var (body, problem) = await Receive(services);
        if (body is null) return problem!;
        var receivedAt = Stopwatch.GetTimestamp();
        using (body)
        {
            request.SetPreferenceApplied(http, isAsync);
            var incoming = request.ToIncomingReturn(body) with { Audit = services.Audit };
            var outcome = await services.Submissions.Submit(incoming, http.User.GetClientId()!, key, isAsync, http.RequestAborted);
            services.Telemetry.RecordOutcome(incoming, outcome, begunAt, receivedAt);
            return outcome switch
            {
                Outcome.Stored stored => new CreatedReceipt(stored.Serialized),
                Outcome.Repeated repeated => new OkReceipt(repeated.Serialized),
                Outcome.Held held => new HeldReceipt(held.Serialized),
                Outcome.Queued queued => await Accept(queued, services),
                _ => OutcomeProblems.ToProblem(outcome, http.Response),
            };
        }
    }

    /// <summary>Check a return without storing it</summary>
    /// <remarks>Does all that submitting does, says what the receipt would be, and stores nothing.</remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="asked">What the address and the headers say.</param>
    /// <param name="services">What the handler uses.</param>
    /// <response code="200">The receipt that submitting would give; its status is <c>held</c> where the return would be
    /// held, and <c>rejected</c> where submitting would answer 422.</response>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Check(
        string dataset, [AsParameters] CheckParameters asked, [AsParameters] SubmissionServices services)
    {
        var http = services.Http;
        if (SubmissionRequest.Parse(http, dataset, asked, out var request) is { } refusal) return refusal;
        if (await FindReusedIds(request!, services) is { } days) return days;

        var begunAt = Stopwatch.GetTimestamp();
        var (body, problem) = await Receive(services);
        if (body is null) return problem!;
        var receivedAt = Stopwatch.GetTimestamp();
        using (body)
        {
            request!.SetPreferenceApplied(http, isAsync: false);
            var incoming = request.ToIncomingReturn(body) with { IsOnlyCheck = true };
            var outcome =
                await services.Submissions.Submit(incoming, http.User.GetClientId()!, key: null, isAsync: false, http.RequestAborted);
            services.Telemetry.RecordOutcome(incoming, outcome, begunAt, receivedAt);
            if (outcome is not Outcome.Validated validated) return OutcomeProblems.ToProblem(outcome, http.Response);
            services.Audit.SetOutcome(validated);
            return TypedResults.Ok(validated.Receipt);
        }
    }

    /// <summary>Ask what became of an accepted return</summary>
    /// <remarks>
    /// For a return that was submitted with `Prefer: respond-async`: while it waits or is processed, how far it is;
    /// then what submitting would have answered, the receipt or the problem. The answer is available for thirty days
    /// unless the administrator has set another time; the receipt stays with the return.
    /// </remarks>
    /// <param name="id">The submission's id, from the address in `Location`.</param>
    /// <response code="202">It is waiting or being processed. Ask again after the seconds in `Retry-After`.</response>
    /// <response code="200">It is stored, or the same return was already: the receipt. It can have the status
    /// <c>held</c>.</response>
    public static async Task<Results<OkReceipt, Accepted<SubmissionProgress>, ProblemHttpResult>> Progress(
        string id, HttpContext http, Submissions submissions)
    {
        if (await submissions.Find(id, http.User.GetAgency()?.Code, http.RequestAborted) is not { } found)
            return ProblemCatalogue.UnknownSubmission.ToResult("No submission of yours has this id.");
        switch (found.Outcome)
        {
            case Outcome.Stored stored:
                return new OkReceipt(stored.Serialized);
            case Outcome.Repeated repeated:
                return new OkReceipt(repeated.Serialized);
            case Outcome.Held held:
                return new OkReceipt(held.Serialized);
            case { } refused:
                return OutcomeProblems.ToProblem(refused, http.Response);
            default:
                OutcomeProblems.SetRetryAfter(http.Response);
                return TypedResults.Accepted($"/v1/submissions/{id}", found.Progress);
        }
    }

    private static async Task<Results<CreatedReceipt, OkReceipt, HeldReceipt, Accepted<SubmissionProgress>, ProblemHttpResult>> Accept(
        Outcome.Queued queued, SubmissionServices services)
    {
        var (id, http) = (queued.SubmissionId, services.Http);
        if (await services.Submissions.Find(id, http.User.GetAgency()?.Code, http.RequestAborted) is not { } found)
            return ProblemCatalogue.UnknownSubmission.ToResult("It was accepted, but what became of it is no longer stored.");
        OutcomeProblems.SetRetryAfter(http.Response);
        // As it was when it was accepted: the same request sent again with the same key gets the same answer.
        var atFirst = found.Progress with { State = SubmissionProgress.Waiting, BytesRead = 0, RecordsRead = 0 };
        return TypedResults.Accepted($"/v1/submissions/{id}", atFirst);
    }

    // Two agencies of one client do not share their room.
    private static Task<(BufferedBody? Body, ProblemHttpResult? Problem)> Receive(SubmissionServices services)
    {
        var user = services.Http.User;
        var place = services.Room.Open($"{user.GetClientId()} {user.GetAgency()?.Code}");
        return BodyReceiver.Receive(services.Http, BodyLimits.ForReturn(services.Limits), place);
    }

    private static async Task<ProblemHttpResult?> FindReusedIds(SubmissionRequest request, SubmissionServices services) =>
        request.IsChanges && await services.Database.Read(
            reading => DeclaredIds.BeginAgain(reading, request.Dataset, request.Agency.Code), services.Http.RequestAborted)
            ? ProblemCatalogue.InvalidParameter.ToResult(
                $"mode=changes is not for {request.Dataset.Name} of {request.Agency.Code}, whose ids begin again (idsBeginAgain): an id "
                + "does not say which record is changed. Send the days whole.")
            : null;
}

/// <summary>What the handlers of submissions use, beside the parameters of the request.</summary>
/// <param name="Http">The request.</param>
/// <param name="Submissions">Submits returns.</param>
/// <param name="Database">Says whether an agency's ids begin again.</param>
/// <param name="Limits">How large a body may be.</param>
/// <param name="Room">How much room the bodies of one client have.</param>
/// <param name="Telemetry">Logs and counts outcomes.</param>
/// <param name="Audit">The audit entry of the request.</param>
public sealed record SubmissionServices(
    HttpContext Http,
    [FromServices] Submissions Submissions,
    [FromServices] Database Database,
    [FromServices] ServiceLimits Limits,
    [FromServices] BodyRoom Room,
    [FromServices] SubmissionTelemetry Telemetry,
    [FromServices] AuditEntry Audit);
