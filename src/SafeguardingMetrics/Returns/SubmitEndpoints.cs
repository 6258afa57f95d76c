using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Idempotency;
using SafeguardingMetrics.Returns.Queue;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns;

/// <summary>Submitting and checking returns.</summary>
public static class SubmitEndpoints
{
    // The problems of a body that arrived and cannot be read.
    private static readonly Problem[] ReadProblems =
    [
        ProblemCatalogue.UnreadableBody, ProblemCatalogue.TooDeep, ProblemCatalogue.RecordTooLong, ProblemCatalogue.TooManyFields,
        ProblemCatalogue.TooManyRecords,
    ];

    /// <summary>Maps them.</summary>
    public static void MapSubmission(this IEndpointRouteBuilder v1)
    {
        var limits = v1.ServiceProvider.GetRequiredService<ServiceLimits>();
        var own = v1.MapGroup("").RequireAuthorization(Permission.Submit);
        var taking = own.MapGroup("/returns/{dataset}").WithMetadata(new SubmissionMetadata(limits.BodyBytes))
            .AddEndpointFilter(v1.ServiceProvider.GetRequiredService<SubmissionConcurrencyFilter>())
            .Problems(BodyReceiver.Problems).Problems(ReadProblems).Problems(
                ProblemCatalogue.UnknownDataset, ProblemCatalogue.OtherSector, ProblemCatalogue.InvalidPeriod, ProblemCatalogue.BadRequest,
                ProblemCatalogue.PeriodAhead, ProblemCatalogue.TooManyAtOnce, ProblemCatalogue.Busy);
        taking.MapPost("", Submit).WithName("submitReturn").WithTags("Submit a return").CreatesAt("/v1/returns/{id}").Audited(AuditAction.Submission).Problems(
            ProblemCatalogue.InvalidIdempotencyKey, ProblemCatalogue.IdempotencyKeyReused, ProblemCatalogue.StillRunning,
            ProblemCatalogue.ReturnRejected);
        taking.MapPost("/check", Check).WithName("checkReturn").WithTags("Check a return").WithMetadata(new AllowCookieAuthentication())
            .Audited(AuditAction.Check);
        own.MapGet("/submissions/{id}", Progress).WithName("getSubmission").WithTags("Submit a return").Audited(AuditAction.ReceiptRead)
            .Problems(ReadProblems).Problems(
                ProblemCatalogue.UnknownSubmission, ProblemCatalogue.BadRequest, ProblemCatalogue.PeriodAhead, ProblemCatalogue.ReturnRejected,
                ProblemCatalogue.SubmissionFailed);
    }

    /// <summary>Submit a return</summary>
    /// <remarks>
    /// Every record is checked against the dataset's rules, what is good is stored, and the receipt names each fault. The days of
    /// the period now belong to this return: for each agency and dataset, a day belongs to the newest return that covers it, so a
    /// day every night, the month to date every night, a rolling window and a corrected year all work. A return is stored whole
    /// with its receipt or not at all. The same content for the same period, sent again while it is current, answers 200 with the
    /// first receipt and stores nothing twice. With an `Idempotency-Key` the same request sent again gets the first one's answer, whatever it was.
    /// </remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="period">The days that the return covers: a day (2026-11-22), a month (2026-11) or an interval (2026-11-01/2026-11-22). A snapshot's period is one day.</param>
    /// <param name="prefer"><c>handling=strict</c> rejects the whole return on any error; otherwise records with an error are left out and the rest is stored. <c>respond-async</c> answers 202 as soon as the body has arrived, for returns that take long. Both may be given, with a comma between; the header Preference-Applied says which were heeded.</param>
    /// <param name="idempotencyKey">A key of your own for this one return, such as a UUID: sent again with it, the same request gets the same answer and another is refused (422). Remembered for seven days unless the administrator has set otherwise.</param>
    /// <response code="201">Stored. The receipt says how each record fared.</response>
    /// <response code="200">The same return is already stored and current: its first receipt.</response>
    /// <response code="202">Accepted, with <c>Prefer: respond-async</c>: the body is kept, and is worked on presently. Ask at the address in <c>Location</c>.</response>
    public static async Task<Results<Created<Receipt>, Ok<Receipt>, Accepted<SubmissionProgress>, ProblemHttpResult>> Submit(
        string dataset, string? period, [FromHeader(Name = "Prefer")] string? prefer, [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey, HttpContext http, Submissions submissions)
    {
        var (outcome, problem) = await ReceiveReturn(dataset, period, prefer, isOnlyCheck: false, http, submissions);
        switch (outcome)
        {
            case Outcome.Stored taken:
                return TypedResults.Created($"/v1/returns/{taken.Receipt.ReturnId}", taken.Receipt);
            case Outcome.Repeated repeated:
                return TypedResults.Ok(repeated.Receipt);
            case Outcome.Queued accepted when await submissions.Find(accepted.SubmissionId, http.User.GetAgency()?.Code, http.RequestAborted) is { Progress: { } progress }:
                SetRetryAfter(http);
                // As it was when it was accepted, so that a retry with the same key is answered the same.
                return TypedResults.Accepted($"/v1/submissions/{accepted.SubmissionId}", progress with { State = SubmissionProgress.Waiting, BytesRead = 0, RecordsRead = 0 });
            default:
                return problem ?? ProblemCatalogue.UnknownSubmission.ToResult("It was accepted, and is forgotten by now.");
        }
    }

    /// <summary>Check a return without storing it</summary>
    /// <remarks>Does all that submitting does, says what the receipt would be, and keeps nothing.</remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="period">The days that the return covers, as for submitting.</param>
    /// <param name="prefer"><c>handling=strict</c>, as for submitting.</param>
    /// <response code="200">The receipt that submitting would give; its status is rejected where submitting would answer 422.</response>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Check(
        string dataset, string? period, [FromHeader(Name = "Prefer")] string? prefer, HttpContext http, Submissions submissions)
    {
        var (outcome, problem) = await ReceiveReturn(dataset, period, prefer, isOnlyCheck: true, http, submissions);
        return outcome is Outcome.Validated @checked ? TypedResults.Ok(@checked.Receipt) : problem!;
    }

    /// <summary>Ask what became of an accepted return</summary>
    /// <remarks>Of a return that was submitted with `Prefer: respond-async`: how far it is, and then what submitting would have answered, the receipt or the problem. It can be asked for thirty days unless the administrator has set otherwise; the receipt is kept with the return.</remarks>
    /// <param name="id">The submission's id, from the address in `Location`.</param>
    /// <response code="202">It is waiting or being worked on. Ask again after the seconds in `Retry-After`.</response>
    /// <response code="200">It is stored, or the same return was already: the receipt.</response>
    public static async Task<Results<Ok<Receipt>, Accepted<SubmissionProgress>, ProblemHttpResult>> Progress(string id, HttpContext http, Submissions submissions)
    {
        if (await submissions.Find(id, http.User.GetAgency()?.Code, http.RequestAborted) is not { } found) return ProblemCatalogue.UnknownSubmission.ToResult("No submission of yours has this id.");
        switch (found.Outcome)
        {
            case Outcome.Stored taken:
                return TypedResults.Ok(taken.Receipt);
            case Outcome.Repeated repeated:
                return TypedResults.Ok(repeated.Receipt);
            case { } refused:
                return ToProblem(refused)!;
            default:
                SetRetryAfter(http);
                return TypedResults.Accepted($"/v1/submissions/{id}", found.Progress);
        }
    }

    private static async Task<(Outcome? Outcome, ProblemHttpResult? Problem)> ReceiveReturn(string name, string? period, string? prefer, bool isOnlyCheck, HttpContext http, Submissions submissions)
    {
        if (DatasetCatalogue.Find(name) is not { } dataset) return (null, ProblemCatalogue.NoSuchDataset);
        if (http.User.GetAgency() is not { } agency) return (null, ProblemCatalogue.NotPermitted.ToResult("The key belongs to no agency, and only agencies send returns."));
        if (!dataset.Sectors.Contains(agency.Sector))
            return (null, ProblemCatalogue.OtherSector.ToResult($"{dataset.Name} is sent by {string.Join(", ", dataset.Sectors)}; {agency.Code} belongs to {agency.Sector}."));
        if (ReturnPeriod.Validate(period, dataset, out var days) is { } why) return (null, ProblemCatalogue.InvalidPeriod.ToResult(why));
        if (MediaTypes.Parse(http.Request.ContentType) is not { } mediaType)
            return (null, ProblemCatalogue.UnsupportedMediaType.ToResult("The header Content-Type must be application/json, application/x-ndjson or text/csv, in UTF-8."));
        string? key = null;
        if (!isOnlyCheck && !IdempotencyKey.TryParse(http.Request.Headers[IdempotencyKey.Header], out key))
            return (null, ProblemCatalogue.InvalidIdempotencyKey.ToResult("The header Idempotency-Key is one string of 1 to 255 printable ASCII characters."));

        var begunAt = Stopwatch.GetTimestamp();
        var (body, problem) = await BodyReceiver.Receive(http, BodyLimits.ForReturn(submissions.Limits));
        if (body is null) return (null, problem);
        var receivedAt = Stopwatch.GetTimestamp();
        using (body)
        {
            var preferences = PreferHeader.Parse(prefer);
            var isAsync = preferences.IsAsync && !isOnlyCheck && submissions.CanWait;
            if (preferences.FormatApplied(isAsync) is { Length: > 0 } applied) http.Response.Headers["Preference-Applied"] = applied;
            var incoming = new IncomingReturn(agency, dataset, days, mediaType, body, preferences.IsStrict, isOnlyCheck) { Limits = submissions.Limits };
            var outcome = await submissions.Submit(incoming, http.User.GetClientId()!, key, isAsync, http.RequestAborted);
            if (outcome is null or Outcome.KeyInProgress) SetRetryAfter(http);
            if (outcome is null) return (null, ProblemCatalogue.TooManyAtOnce.ToResult($"{submissions.Limits.AcceptedWaiting} accepted returns of yours wait."));
            http.RequestServices.GetRequiredService<SubmissionTelemetry>().RecordOutcome(agency.Code, dataset.Name, outcome, begunAt, receivedAt);
            return (outcome, ToProblem(outcome));
        }
    }

    private static void SetRetryAfter(HttpContext http) => http.Response.Headers.RetryAfter = Submissions.SecondsToAsk.ToString(CultureInfo.InvariantCulture);

    private static ProblemHttpResult? ToProblem(Outcome outcome) => outcome switch
    {
        Outcome.Unreadable fault => fault.Problem == ProblemCatalogue.SubmissionFailed ? fault.Problem.ToResult(fault.Message) : fault.Problem.ToResult(fault.Message, ("line", fault.Line), ("position", fault.Position), ("returnId", fault.ReturnId)),
        Outcome.PeriodInFuture ahead => ProblemCatalogue.PeriodAhead.ToResult($"The day of receipt is {ahead.ReceivedOn:yyyy-MM-dd}.", ("returnId", ahead.ReturnId)),
        Outcome.Rejected { Receipt: var receipt } => ProblemCatalogue.ReturnRejected.ToResult(
            receipt.Records.Accepted == 0 ? "No record of it was acceptable." : $"{receipt.Records.Rejected} records have an error, and all or nothing was asked for.",
            ("returnId", receipt.ReturnId), ("agency", receipt.Agency), ("dataset", receipt.Dataset), ("period", receipt.Period), ("receivedAt", receipt.ReceivedAt),
            ("records", receipt.Records), ("rules", receipt.Rules), ("findings", receipt.Findings)),
        Outcome.KeyReusedForOtherRequest => ProblemCatalogue.IdempotencyKeyReused.ToResult("It was sent before with another dataset, period, media type, strictness or body."),
        Outcome.KeyInProgress => ProblemCatalogue.StillRunning.ToResult("The first request with it has not been answered yet."),
        _ => null,
    };
}
