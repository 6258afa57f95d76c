using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Http.Problems;

/// <summary>Every problem that the service answers with.</summary>
public static class ProblemCatalogue
{
    /// <summary>The request has no valid credential.</summary>
    public static readonly Problem Unauthenticated = new(
        "unauthenticated", 401, "A valid key is needed.",
        "Send your key in the header X-Api-Key, or a token as Authorization: Bearer. HTTP Basic also "
        + "works for reading figures.");

    /// <summary>The key lacks a permission.</summary>
    public static readonly Problem NotPermitted = new(
        "not-permitted", 403, "Your key does not have the permission for this.",
        "Ask the administrator of the partnership for a key with the permission that the detail names.");

    /// <summary>An agency submits a dataset of another sector.</summary>
    public static readonly Problem OtherSector = new(
        "other-sector", 403, "Your agency does not send this dataset.",
        "Send only the datasets of your agency's sector. GET /v1/datasets lists the sectors that send each dataset.");

    /// <summary>The caller names no agency of several, or one that it does not act for.</summary>
    public static readonly Problem OtherAgency = new(
        "other-agency", 403, "The request does not say which of your agencies it is for.",
        "Put the code of one of your agencies in the header X-Agency.");

    /// <summary>Figures in which small numbers cannot be protected, for a caller without full figures.</summary>
    public static readonly Problem FullFiguresOnly = new(
        "full-figures-only", 403, "These figures are not released to this key.",
        "Ask for months, quarters or years, for one breakdown, and for no agency with it. Or ask the administrator for a key "
        + "that may read full figures.");

    /// <summary>There is no release that could be brought forward.</summary>
    public static readonly Problem NothingToRelease = new(
        "nothing-to-release", 409, "There is nothing to release.",
        "Choose an interval that is over and that returns cover. GET /v1/releases lists what was released.");

    /// <summary>No endpoint has the address.</summary>
    public static readonly Problem NotFound = new(
        "not-found", 404, "There is nothing at this address.",
        "Check the address for spelling. The OpenAPI document lists all addresses: at /swagger, where the installation shows it.");

    /// <summary>No dataset has the name.</summary>
    public static readonly Problem UnknownDataset = new(
        "unknown-dataset", 404, "There is no dataset with this name.",
        "GET /v1/datasets lists the datasets.");

    /// <summary>No indicator has the code.</summary>
    public static readonly Problem UnknownIndicator = new(
        "unknown-indicator", 404, "There is no indicator with this code.",
        "GET /v1/indicators lists the indicators.");

    /// <summary>No return has the id, or it is not the caller's.</summary>
    public static readonly Problem UnknownReturn = new(
        "unknown-return", 404, "There is no return with this id.",
        "GET /v1/returns lists the returns that you may read.");

    /// <summary>No target has the id.</summary>
    public static readonly Problem UnknownTarget = new(
        "unknown-target", 404, "There is no target with this id.",
        "GET /v1/targets?history=true lists all targets.");

    /// <summary>No client or key has the id.</summary>
    public static readonly Problem UnknownClient = new(
        "unknown-client", 404, "There is no client or key with this id.",
        "GET /v1/clients lists all clients and their keys.");

    /// <summary>The address exists, with other methods.</summary>
    public static readonly Problem MethodNotAllowed = new(
        "method-not-allowed", 405, "The method cannot be used at this address.",
        "Use one of the methods in the header Allow.");

    /// <summary>The period cannot be read, or does not fit the dataset.</summary>
    public static readonly Problem InvalidPeriod = new(
        "invalid-period", 400, "The period cannot be used.",
        "Give a day (2026-11-22), a month (2026-11) or an interval (2026-11-01/2026-11-22). The "
        + "period of a snapshot is one day.");

    /// <summary>The value of a query parameter cannot be used.</summary>
    public static readonly Problem InvalidParameter = new(
        "invalid-parameter", 400, "A parameter has a value that cannot be used.",
        "The detail names the parameter and the values that it takes.");

    /// <summary>The endpoint does not declare a query parameter.</summary>
    public static readonly Problem UnknownParameter = new(
        "unknown-parameter", 400, "A query parameter is not known at this address.",
        "Correct the name of the parameter, or leave the parameter out. The detail lists the "
        + "parameters of the address.");

    /// <summary>The body is not in its format.</summary>
    public static readonly Problem UnreadableBody = new(
        "unreadable-body", 400, "The body cannot be read.",
        "The detail says what the body is, or what is wrong at the line and position that are given, and how to mend it. Send it again "
        + "then. Nothing was stored.",
        ProblemMembers.Place);

    /// <summary>Too many ids pass for NHS numbers or UPNs, of an agency that has declared that its own ids look so.</summary>
    public static readonly Problem NotOwnIds = new(
        "not-own-ids", 422, "The ids are NHS numbers or UPNs.",
        "Send the agency's own ids, and NHS numbers and UPNs in their own fields, which keep a hash only. Nothing was stored.",
        ProblemMembers.Place);

    /// <summary>The body cannot be decompressed.</summary>
    public static readonly Problem DamagedBody = new(
        "damaged-body", 400, "The body cannot be decompressed.",
        "Compress it again with the method in the header Content-Encoding, and send it again. Nothing was stored.",
        ProblemMembers.Place);

    /// <summary>The web server or the framework cannot read the request.</summary>
    public static readonly Problem BadRequest = new(
        "bad-request", 400, "The request cannot be read.",
        "See the OpenAPI document for what this address takes: at /swagger, where the installation shows it.");

    /// <summary>The media type or content encoding is not supported.</summary>
    public static readonly Problem UnsupportedMediaType = new(
        "unsupported-media-type", 415, "The type of the body is not accepted.",
        "Send application/json, application/x-ndjson or text/csv, compressed with gzip or br, or not compressed. CSV may be in UTF-8, "
        + "UTF-16 or, where the type says charset=windows-1252, in Windows-1252. Where the type says nothing of the body, as "
        + "application/octet-stream, text/plain and application/vnd.ms-excel do, its first bytes decide.");

    /// <summary>The compressed body exceeds the limit.</summary>
    public static readonly Problem TooLarge = new(
        "too-large", 413, "The body is too large.",
        "Send the return in parts, such as one month at a time. Nothing was stored.");

    /// <summary>The decompressed body exceeds the limit.</summary>
    public static readonly Problem TooLargeUnpacked = new(
        "too-large-unpacked", 413, "The body is too large after decompression.",
        "Send the return in parts, such as one month at a time. Nothing was stored.");

    /// <summary>The compression ratio exceeds the limit (decompression bomb).</summary>
    public static readonly Problem PackedTooTightly = new(
        "packed-too-tightly", 413, "The body grows too many times when it is decompressed.",
        "Send it without compression, or in parts. Nothing was stored.");

    /// <summary>The JSON has more levels than the limit.</summary>
    public static readonly Problem TooDeep = new(
        "too-deep", 400, "The JSON is nested too deeply.",
        "A record has plain values and lists of codes. Send it as GET /v1/datasets describes it.",
        ProblemMembers.Place);

    /// <summary>A record has more bytes than the limit.</summary>
    public static readonly Problem RecordTooLong = new(
        "record-too-long", 413, "A record is too long.",
        "Look at the line that is given. Often a quotation mark or a line break is missing there.",
        ProblemMembers.Place);

    /// <summary>A record has more fields than the limit.</summary>
    public static readonly Problem TooManyFields = new(
        "too-many-fields", 413, "A record has too many fields.",
        "Send only the fields that GET /v1/datasets lists for the dataset.",
        ProblemMembers.Place);

    /// <summary>A return has more records than the limit.</summary>
    public static readonly Problem TooManyRecords = new(
        "too-many-records", 413, "The return has too many records.",
        "Send the return in parts, such as one month at a time. Nothing was stored.",
        ProblemMembers.Place);

    /// <summary>The return took longer to process than one return may.</summary>
    public static readonly Problem TakesTooLong = new(
        "takes-too-long", 413, "The return takes longer than one return may.",
        "Send the return in parts, such as one month at a time, and check that it is the right file. If it is as small as it can be, ask "
        + "the administrator for more time (Limits__WriteSeconds). Nothing was stored.",
        ProblemMembers.Place);

    /// <summary>The body did not arrive in time.</summary>
    public static readonly Problem BodyTooSlow = new(
        "body-too-slow", 408, "The body arrived too slowly.",
        "Send it again, compressed or in parts. Nothing was stored.");

    /// <summary>The client's rate limit is exceeded.</summary>
    public static readonly Problem TooManyRequests = new(
        "too-many-requests", 429, "You have sent too many requests.",
        "Wait for the number of seconds in the header Retry-After, then send the request again. The "
        + "headers RateLimit-Policy and RateLimit show your limit.");

    /// <summary>The client's limit of concurrent submissions is exceeded, and its queue is full.</summary>
    public static readonly Problem TooManyAtOnce = new(
        "too-many-at-once", 429, "You are sending too many returns at the same time.",
        "Wait for the number of seconds in the header Retry-After, then send the return again. Send "
        + "fewer returns at the same time.");

    /// <summary>The client's returns under way or waiting have too many bytes.</summary>
    public static readonly Problem TooManyBytes = new(
        "too-many-bytes-at-once", 429, "You are sending too many bytes at the same time.",
        "Wait for the number of seconds in the header Retry-After, until your other returns are answered, then send the return again. "
        + "One return alone always has room. Nothing was stored.");

    /// <summary>The service's limit of concurrent submissions is exceeded, and its queue is full.</summary>
    public static readonly Problem Busy = new(
        "busy", 503, "The service is processing as many returns as it can.",
        "Wait for the number of seconds in the header Retry-After, then send the return again.");

    /// <summary>The header Idempotency-Key is not valid.</summary>
    public static readonly Problem InvalidIdempotencyKey = new(
        "invalid-idempotency-key", 400, "The Idempotency-Key cannot be used.",
        "Send the header once, with 1 to 255 printable ASCII characters, for example a UUID in quotation marks.");

    /// <summary>The idempotency key belongs to another request.</summary>
    public static readonly Problem IdempotencyKeyReused = new(
        "idempotency-key-reused", 422, "The Idempotency-Key was already used for another request.",
        "Create a new key for each return. Use the same key only to send exactly the same request again.");

    /// <summary>The request of the idempotency key is still being processed.</summary>
    public static readonly Problem StillRunning = new(
        "still-running", 409, "A request with this Idempotency-Key is still being processed.",
        "Wait for the number of seconds in the header Retry-After, then send the request again.");

    /// <summary>No queued submission has the id.</summary>
    public static readonly Problem UnknownSubmission = new(
        "unknown-submission", 404, "There is no submission with this id.",
        "Use the address in the header Location of the answer 202. GET /v1/returns lists the returns "
        + "that were stored.");

    /// <summary>A queued submission could not be processed.</summary>
    public static readonly Problem SubmissionFailed = new(
        "submission-failed", 422, "The return was accepted but could not be processed.",
        "Send it again. If that fails too, give the traceId to the administrator. Nothing was stored.");

    /// <summary>The period begins after the day of receipt.</summary>
    public static readonly Problem PeriodAhead = new(
        "period-ahead", 422, "The whole period is after the day of receipt.",
        "Send the return when its period has begun.",
        ProblemMembers.Receipt);

    /// <summary>No record of the return could be stored, or an error in strict mode.</summary>
    public static readonly Problem ReturnRejected = new(
        "return-rejected", 422, "The return was rejected.",
        "Correct the records that the findings name, and send the whole return again. Nothing was stored.",
        ProblemMembers.Receipt);

    /// <summary>The return would be held, and all or nothing was asked for.</summary>
    public static readonly Problem WouldBeHeld = new(
        "would-be-held", 422, "The return differs so much from the records before it that it would be held.",
        "Look at the export. If the return is right, send it again with confirmed=true. Without handling=strict it is stored and "
        + "held until it is confirmed. Nothing was stored.",
        ProblemMembers.Receipt);

    /// <summary>The return is not held, or no longer.</summary>
    public static readonly Problem NotHeld = new(
        "not-held", 409, "The return is not held.",
        "Only a held return can be confirmed. GET /v1/returns?status=held lists yours. Send the return again where it was not confirmed "
        + "in time.");

    /// <summary>The confirmation has no reason, or one that cannot be stored.</summary>
    public static readonly Problem InvalidConfirmation = new(
        "invalid-confirmation", 422, "The confirmation cannot be stored.",
        "Send {\"reason\": \"…\"}: 1 to 400 characters that say why the return is right, without names or numbers of children.");

    /// <summary>No explanation has the id, or it is not the caller's.</summary>
    public static readonly Problem UnknownExplanation = new(
        "unknown-explanation", 404, "There is no explanation with this id.",
        "GET /v1/explanations?history=true lists the explanations that you may read.");

    /// <summary>No return of the caller has the query.</summary>
    public static readonly Problem UnknownQuery = new(
        "unknown-query", 404, "There is no such query to explain.",
        "Send the return first. Then take dataset, rule, key and field from a finding of its receipt.");

    /// <summary>The explanation has invalid members.</summary>
    public static readonly Problem InvalidExplanation = new(
        "invalid-explanation", 422, "The explanation cannot be stored.",
        "The detail says what each member must be.");

    /// <summary>The finding is none that can be explained.</summary>
    public static readonly Problem NotExplainable = new(
        "not-explainable", 422, "The finding cannot be explained.",
        "Only a query of a stored record can be explained. The detail says why this is none, and what to do.");

    /// <summary>The explanation has already ended.</summary>
    public static readonly Problem ExplanationEnded = new(
        "explanation-ended", 409, "The explanation has already ended.",
        "GET /v1/explanations lists those that hold.");

    /// <summary>The return was not stored, or is already withdrawn.</summary>
    public static readonly Problem NotWithdrawable = new(
        "not-withdrawable", 409, "The return cannot be withdrawn.",
        "Only a return that was stored, and was not withdrawn before, can be withdrawn.");

    /// <summary>The target has already ended.</summary>
    public static readonly Problem TargetEnded = new(
        "target-ended", 409, "The target has already ended.",
        "GET /v1/targets lists the current targets.");

    /// <summary>A client would have a third valid key.</summary>
    public static readonly Problem TooManyKeys = new(
        "too-many-keys", 409, "The client already has two valid keys.",
        "Revoke one of them. Or create the new key with graceDays, which says when the other keys end.");

    /// <summary>The agency has invalid members.</summary>
    public static readonly Problem InvalidAgency = new(
        "invalid-agency", 422, "The agency cannot be saved.",
        "The detail says what each member must be.");

    /// <summary>The client or key has invalid members.</summary>
    public static readonly Problem InvalidClient = new(
        "invalid-client", 422, "The client or key cannot be created.",
        "The detail says what each member must be.");

    /// <summary>The target has invalid members.</summary>
    public static readonly Problem InvalidTarget = new(
        "invalid-target", 422, "The target cannot be saved.",
        "The detail says what each member must be.");

    /// <summary>No bank holiday was added on the day.</summary>
    public static readonly Problem UnknownBankHoliday = new(
        "unknown-bank-holiday", 404, "No bank holiday was added on this day.",
        "GET /v1/bank-holidays lists the bank holidays and says which were added. Only those can be removed.");

    /// <summary>The day is a bank holiday already.</summary>
    public static readonly Problem AlreadyBankHoliday = new(
        "already-bank-holiday", 409, "The day is a bank holiday already.",
        "GET /v1/bank-holidays lists it. To give an added one another name, remove it first.");

    /// <summary>The bank holiday has invalid members.</summary>
    public static readonly Problem InvalidBankHoliday = new(
        "invalid-bank-holiday", 422, "The bank holiday cannot be added.",
        "The detail says what each member must be.");

    /// <summary>An uploaded table has errors.</summary>
    public static readonly Problem InvalidTable = new(
        "invalid-table", 422, "The table has errors.",
        "Correct each line and column that is listed in faults, and send the whole table again. Nothing was stored.",
        ProblemMembers.Faults);

    /// <summary>The records would be read by a newer definition than the one the figures were calculated by.</summary>
    public static readonly Problem DefinitionChanged = new(
        "definition-changed", 409, "The definition of the indicator has changed since these figures were calculated.",
        "Leave out knownAt to read the current figures. If that fails too, the administrator must "
        + "recalculate the indicator.");

    /// <summary>The records were removed after their retention time.</summary>
    public static readonly Problem NoLongerKept = new(
        "no-longer-kept", 410, "The records behind these figures are no longer kept.",
        "Figures by one breakdown, for weeks or longer intervals, can still be read. For cases, leave out knownAt.");

    /// <summary>The identifier belongs to several children.</summary>
    public static readonly Problem SeveralChildren = new(
        "several-children", 409, "More than one child of an agency has this identifier.",
        "Find out which of the children is meant, and erase by that agency's own id of the child. The member children lists the ids.",
        ProblemMembers.Children);

    /// <summary>The erasure names no child, or in several ways.</summary>
    public static readonly Problem InvalidErasure = new(
        "invalid-erasure", 422, "It is not clear whose records to erase.",
        "Give agency and childId, or nhsNumber, or upn: one of the three.");

    /// <summary>Problem detail of <see cref="DefinitionChanged"/>.</summary>
    public static string DescribeDefinitionChange(string indicator, int version) =>
        $"Records are read by version {version} of {indicator}, but these figures were calculated by another version, "
        + "so they may not agree. "
        + "The figures themselves can be read by one breakdown, for weeks or longer intervals.";

    /// <summary>The answer would have more rows than the limit.</summary>
    public static readonly Problem TooManyFigures = new(
        "too-many-figures", 400, "The answer would have too many figures.",
        "Ask for fewer days, a longer interval or fewer indicators.");

    /// <summary>An unexpected error of the service.</summary>
    public static readonly Problem Failed = new(
        "failed", 500, "The service failed.",
        "Try again. If that fails too, give the traceId to the administrator.");

    /// <summary>The database does not answer.</summary>
    public static readonly Problem DatabaseUnavailable = new(
        "database-unavailable", 503, "The database is not available.",
        "Wait for the number of seconds in the header Retry-After, then send the request again. A "
        + "return that was stored after all is recognised, and is not stored twice.");

    /// <summary>The answer where the address names an unknown dataset.</summary>
    public static ProblemHttpResult NoSuchDataset(string name)
    {
        var known = DatasetCatalogue.All.Select(dataset => dataset.Name);
        var which = NameAdvice.Quote(name, known) is { } quoted ? $"the name {quoted}" : "this name";
        return UnknownDataset.ToResult($"No dataset has {which}.{NameAdvice.FindMeant(name, known)}");
    }

    /// <summary>The answer where the address names an unknown indicator.</summary>
    public static ProblemHttpResult NoSuchIndicator(string code) => UnknownIndicator.ToResult(IndicatorAdvice.DescribeUnknown(code));

    /// <summary>The problems of a body of JSON that the web server binds.</summary>
    public static IReadOnlyList<Problem> OfJsonBodies => [BadRequest, BodyTooSlow, TooLarge, UnsupportedMediaType];

    /// <summary>All problems, by status and code.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        .. typeof(ProblemCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (Problem)field.GetValue(null)!)
            .OrderBy(problem => problem.Status).ThenBy(problem => problem.Code, StringComparer.Ordinal),
    ];

    /// <summary>The problem for a status that the framework sets without a body.</summary>
    public static Problem FromStatus(int status) => status switch
    {
        401 => Unauthenticated,
        403 => NotPermitted,
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => BodyTooSlow,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        503 => DatabaseUnavailable,
        >= 500 => Failed,
        _ => BadRequest,
    };
}
