using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SafeguardingMetrics.Http.Problems;

/// <summary>Every problem that the service answers with.</summary>
public static class ProblemCatalogue
{
    /// <summary>No or no valid credential.</summary>
    public static readonly Problem Unauthenticated = new("unauthenticated", 401, "A valid key is needed.", "Send the key in the header X-Api-Key, or a token as Authorization: Bearer; where figures are read, HTTP Basic will do.");

    /// <summary>The key may not do this.</summary>
    public static readonly Problem NotPermitted = new("not-permitted", 403, "The key does not permit this.", "Ask the partnership's administrator for a key with the permission that is named.");

    /// <summary>A dataset of another sector.</summary>
    public static readonly Problem OtherSector = new("other-sector", 403, "The dataset is another sector's.", "Send only the datasets of your agency's sector: GET /v1/datasets says whose each is.");

    /// <summary>An agency that the caller does not act for, or none named of several.</summary>
    public static readonly Problem OtherAgency = new("other-agency", 403, "It is not said for which of your agencies.", "Name one of the agencies that you act for in the header X-Agency.");

    /// <summary>Figures for those only who may see them as they are.</summary>
    public static readonly Problem FullFiguresOnly = new("full-figures-only", 403, "Small numbers in these figures cannot be protected.", "Ask for months or longer intervals and for one breakdown, or for a key that may read full figures.");

    /// <summary>No such address.</summary>
    public static readonly Problem NotFound = new("not-found", 404, "There is nothing at this address.", "See /swagger for the addresses there are.");

    /// <summary>No such dataset.</summary>
    public static readonly Problem UnknownDataset = new("unknown-dataset", 404, "There is no such dataset.", "GET /v1/datasets lists them.");

    /// <summary>No such indicator.</summary>
    public static readonly Problem UnknownIndicator = new("unknown-indicator", 404, "There is no such indicator.", "GET /v1/indicators lists them.");

    /// <summary>No such return, or not the caller's.</summary>
    public static readonly Problem UnknownReturn = new("unknown-return", 404, "There is no such return.", "GET /v1/returns lists yours.");

    /// <summary>No such target.</summary>
    public static readonly Problem UnknownTarget = new("unknown-target", 404, "There is no such target.", "GET /v1/targets?history=true lists them.");

    /// <summary>No such client or key.</summary>
    public static readonly Problem UnknownClient = new("unknown-client", 404, "There is no such client or key.", "GET /v1/clients lists them.");

    /// <summary>The wrong method.</summary>
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, "The address does not take this method.", "The header Allow says which it takes.");

    /// <summary>A period that cannot be read, or does not fit the dataset.</summary>
    public static readonly Problem InvalidPeriod = new("invalid-period", 400, "The period cannot be used.", "Give a day (2026-11-22), a month (2026-11) or an interval (2026-11-01/2026-11-22); a snapshot's period is one day.");

    /// <summary>A query parameter that cannot be used.</summary>
    public static readonly Problem InvalidParameter = new("invalid-parameter", 400, "A parameter cannot be used.", "The detail says which, and what it takes.");

    /// <summary>A body that is not of its format.</summary>
    public static readonly Problem UnreadableBody = new("unreadable-body", 400, "The body cannot be read.", "Mend the body at the line and position that are given and send it again; nothing of it was stored.", ProblemMembers.Place);

    /// <summary>A body that cannot be unpacked.</summary>
    public static readonly Problem DamagedBody = new("damaged-body", 400, "The body cannot be unpacked.", "Send it again, packed as the header Content-Encoding says.", ProblemMembers.Place);

    /// <summary>A request that the server itself cannot read.</summary>
    public static readonly Problem BadRequest = new("bad-request", 400, "The request cannot be read.", "See /swagger for what the address takes.");

    /// <summary>A media type or content encoding that is not taken.</summary>
    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, "The body's type is not taken.", "Send application/json, application/x-ndjson or text/csv in UTF-8; packed with gzip or br, or not at all.");

    /// <summary>More than is taken.</summary>
    public static readonly Problem TooLarge = new("too-large", 413, "The body is too large.", "Send the return in parts, such as a month at a time.");

    /// <summary>More than is taken once unpacked.</summary>
    public static readonly Problem TooLargeUnpacked = new("too-large-unpacked", 413, "The body is too large once unpacked.", "Send the return in parts, such as a month at a time.");

    /// <summary>A body that becomes very much larger when it is unpacked.</summary>
    public static readonly Problem PackedTooTightly = new("packed-too-tightly", 413, "The body becomes too many times larger when it is unpacked.", "Send it unpacked, or in parts.");

    /// <summary>JSON of more levels than a record has.</summary>
    public static readonly Problem TooDeep = new("too-deep", 400, "The JSON is too deep.", "A record has plain values and lists of codes: send it as GET /v1/datasets describes it.", ProblemMembers.Place);

    /// <summary>One record that is very long.</summary>
    public static readonly Problem RecordTooLong = new("record-too-long", 413, "A record is too long.", "Look at the line that is given: often a quotation mark or a line break is missing.", ProblemMembers.Place);

    /// <summary>A record of very many fields.</summary>
    public static readonly Problem TooManyFields = new("too-many-fields", 413, "A record has too many fields.", "Send only the fields that GET /v1/datasets lists.", ProblemMembers.Place);

    /// <summary>A return of very many records.</summary>
    public static readonly Problem TooManyRecords = new("too-many-records", 413, "The return has too many records.", "Send the return in parts, such as a month at a time.", ProblemMembers.Place);

    /// <summary>A body that does not come.</summary>
    public static readonly Problem BodyTooSlow = new("body-too-slow", 408, "The body arrived too slowly.", "Send it again, packed, or in parts.");

    /// <summary>More requests than the client's budget.</summary>
    public static readonly Problem TooManyRequests = new("too-many-requests", 429, "Too many requests.", "Send it again after the seconds in the header Retry-After; the headers RateLimit-Policy and RateLimit say how many are let through.");

    /// <summary>More returns at once than one client may send.</summary>
    public static readonly Problem TooManyAtOnce = new("too-many-at-once", 429, "Too many returns at once.", "Send it again after the seconds in the header Retry-After, and fewer at the same time.");

    /// <summary>More returns at once than the service takes.</summary>
    public static readonly Problem Busy = new("busy", 503, "The service is taking as many returns as it can.", "Send it again after the seconds in the header Retry-After.");

    /// <summary>A header Idempotency-Key that is none.</summary>
    public static readonly Problem InvalidIdempotencyKey = new("invalid-idempotency-key", 400, "The Idempotency-Key cannot be used.", "Send the header once, with 1 to 255 printable ASCII characters, such as a UUID, best in quotation marks.");

    /// <summary>A key that another request has had.</summary>
    public static readonly Problem IdempotencyKeyReused = new("idempotency-key-reused", 422, "The Idempotency-Key was used for another request.", "Make a new key for each return, and keep it only for sending the very same again.");

    /// <summary>A key whose request is being worked on.</summary>
    public static readonly Problem StillRunning = new("still-running", 409, "A request with this Idempotency-Key is still running.", "Send it again after the seconds in the header Retry-After.");

    /// <summary>No such accepted return.</summary>
    public static readonly Problem UnknownSubmission = new("unknown-submission", 404, "There is no such submission.", "Use the address in the header Location of the answer 202; GET /v1/returns lists what was stored.");

    /// <summary>An accepted return that was not brought to an end.</summary>
    public static readonly Problem SubmissionFailed = new("submission-failed", 422, "The accepted return could not be worked on.", "Send it again; if it fails again, tell the administrator the traceId. Nothing of it was stored.");

    /// <summary>A period that has not begun.</summary>
    public static readonly Problem PeriodAhead = new("period-ahead", 422, "The period lies wholly after the day of receipt.", "Send the return when its period has begun.", ProblemMembers.Receipt);

    /// <summary>A return with nothing acceptable in it.</summary>
    public static readonly Problem ReturnRejected = new("return-rejected", 422, "The return was rejected.", "Mend the records that the findings name and send the return again; nothing of it was stored.", ProblemMembers.Receipt);

    /// <summary>A return that cannot be withdrawn.</summary>
    public static readonly Problem NotWithdrawable = new("not-withdrawable", 409, "The return cannot be withdrawn.", "Only a stored return that was not withdrawn before can be.");

    /// <summary>A target that has ended already.</summary>
    public static readonly Problem TargetEnded = new("target-ended", 409, "The target has ended already.", "GET /v1/targets lists those that stand.");

    /// <summary>A third live key of one client.</summary>
    public static readonly Problem TooManyKeys = new("too-many-keys", 409, "The client has two live keys already.", "Revoke one of them, or say with graceDays when the others end.");

    /// <summary>An agency that cannot be.</summary>
    public static readonly Problem InvalidAgency = new("invalid-agency", 422, "The agency cannot be set.", "The detail says what each member takes.");

    /// <summary>A client or a key that cannot be.</summary>
    public static readonly Problem InvalidClient = new("invalid-client", 422, "The client or key cannot be made.", "The detail says what each member takes.");

    /// <summary>A target that cannot be.</summary>
    public static readonly Problem InvalidTarget = new("invalid-target", 422, "The target cannot be set.", "The detail says what each member takes.");

    /// <summary>A table with faults.</summary>
    public static readonly Problem InvalidTable = new("invalid-table", 422, "The table has faults.", "Mend each line and column that faults names and send the whole table again; nothing of it was stored.", ProblemMembers.Faults);

    /// <summary>Records that can only be read by a newer definition than the figures.</summary>
    public static readonly Problem DefinitionChanged = new("definition-changed", 409, "The definition has changed since these figures were worked out.", "Ask for what is known now; if it is refused too, the administrator recalculates the indicator.");

    /// <summary>Records whose time is over.</summary>
    public static readonly Problem NoLongerKept = new("no-longer-kept", 410, "The records are no longer kept.", "Figures by one breakdown, by week or longer, are as they were; ask for cases of what is known now.");

    /// <summary>An identifier that belongs to several children.</summary>
    public static readonly Problem SeveralChildren = new("several-children", 409, "More than one child of an agency bears this identifier.", "Find out which child is meant, and erase by that agency's own id of the child.");

    /// <summary>An erasure that cannot be read.</summary>
    public static readonly Problem InvalidErasure = new("invalid-erasure", 422, "It is not clear whose records are meant.", "Give agency and childId, or nhsNumber, or upn; one of the three.");

    /// <summary>What to say of it: records are read by the present definition, and would not add up to these figures.</summary>
    public static string DescribeDefinitionChange(string indicator, int version) => $"Records are read by version {version} of {indicator}, and these figures rest on another: they need not agree. The figures themselves can be read by one breakdown, by week or longer.";

    /// <summary>Too many answers.</summary>
    public static readonly Problem TooManyFigures = new("too-many-figures", 400, "More figures were asked for than are given at once.", "Ask for fewer days, a longer interval or fewer indicators.");

    /// <summary>A fault of the service.</summary>
    public static readonly Problem Failed = new("failed", 500, "The service failed.", "Try again; if it fails again, tell the administrator the traceId.");

    /// <summary>The database does not answer.</summary>
    public static readonly Problem DatabaseUnavailable = new("database-unavailable", 503, "The database does not answer.", "Send the request again after the seconds in the header Retry-After; a return that was kept after all is recognised and not stored twice.");

    /// <summary>What to answer where an address names a dataset that is none.</summary>
    public static ProblemHttpResult NoSuchDataset => UnknownDataset.ToResult("No dataset has this name.");

    /// <summary>What to answer where an address names an indicator that is none.</summary>
    public static ProblemHttpResult NoSuchIndicator => UnknownIndicator.ToResult("No indicator has this code.");

    /// <summary>The problems of a body of JSON that the web server binds.</summary>
    public static IReadOnlyList<Problem> OfJsonBodies => [BadRequest, BodyTooSlow, TooLarge, UnsupportedMediaType];

    /// <summary>All of them, by status and code.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        .. typeof(ProblemCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (Problem)field.GetValue(null)!)
            .OrderBy(problem => problem.Status).ThenBy(problem => problem.Code, StringComparer.Ordinal),
    ];

    /// <summary>The problem of a bare status that the framework answers with.</summary>
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
