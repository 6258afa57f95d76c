using System.Diagnostics;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>The line of one request while it is being served: goes with the request's commit where there is one.</summary>
internal sealed class AuditEntry(HttpContext http, string act, DateTimeOffset at) : ITransactionParticipant
{
    private const string Done = "done";
    private const int LongestSubject = 200;
    private static readonly string[] OfAddress = ["dataset", "code", "agency", "id"];
    private readonly string lineId = Guid.CreateVersion7(at).ToString();
    private string outcome = Done;
    private string? subject;
    private int? records;
    private bool isDeferred;

    /// <summary>True once the line is kept.</summary>
    public bool IsCommitted { get; private set; }

    /// <summary>Adds to the line of the request that is being served, if that has one.</summary>
    /// <param name="records">How many records were sent, read or removed.</param>
    /// <param name="outcome">How it ended, where that is not that it was done.</param>
    /// <param name="subject">What it was done to, where the address does not say: an id, never anything of a record.</param>
    public static void SetResult(int? records = null, string? outcome = null, string? subject = null)
    {
        if (AmbientTransactionParticipant.Current is not AuditEntry line) return;
        line.records = records ?? line.records;
        line.outcome = outcome ?? line.outcome;
        line.subject = subject ?? line.subject;
    }

    /// <summary>Keeps the line of the request that is being served until it has been served: it has several units of work, and the line is of them all.</summary>
    public static void DeferUntilResponse()
    {
        if (AmbientTransactionParticipant.Current is AuditEntry line) line.isDeferred = true;
    }

    /// <summary>A line of one of the several parts of what is being done.</summary>
    public static AuditLine CreateChild(string subject, int records, DateTimeOffset at) => AmbientTransactionParticipant.Current is AuditEntry { Line: var whole }
        ? whole with { LineId = Guid.CreateVersion7(at).ToString(), Outcome = "part", Subject = subject, Records = records }
        : CreateForService(AuditAction.Erasure, subject, records, at);

    /// <summary>A line of what nobody asked for over HTTP.</summary>
    public static AuditLine CreateForService(string act, string subject, int? records, DateTimeOffset at) => new()
    {
        LineId = Guid.CreateVersion7(at).ToString(), OccurredAt = at, Act = act, Outcome = Done,
        ActorKey = null, Agency = null, FromAddress = null, Subject = subject, Records = records, Times = 1, TraceId = null,
    };

    /// <inheritdoc/>
    public Task Write(UnitOfWork work) => IsCommitted || isDeferred ? Task.CompletedTask : AuditStore.Add(work, Line);

    /// <inheritdoc/>
    public void OnCommitted() => IsCommitted = !isDeferred;

    /// <summary>The line, of an act that was done.</summary>
    public AuditLine Line => CreateLine(http, act, outcome, at) with { LineId = lineId, Subject = subject ?? GetRouteSubject(), Records = records };

    /// <summary>A line of a request, without what it was done to: of what was refused that may be anything.</summary>
    public static AuditLine CreateLine(HttpContext http, string act, string outcome, DateTimeOffset at) => new()
    {
        LineId = Guid.CreateVersion7(at).ToString(),
        OccurredAt = at,
        Act = act,
        Outcome = outcome,
        ActorKey = http.User.FindFirst(Caller.KeyIdClaim)?.Value,
        Agency = http.User.GetAgency()?.Code,
        FromAddress = http.Connection.RemoteIpAddress?.ToString(),
        Subject = null,
        Records = null,
        Times = 1,
        TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
    };

    // What the act was done with has been found to be there, so these are codes and ids of ours and not whatever someone wrote.
    private string? GetRouteSubject()
    {
        var words = OfAddress.Select(name => http.Request.RouteValues.GetValueOrDefault(name) as string).Where(word => word is not null).ToList();
        return words.Count == 0 ? null : string.Join('/', words) is { Length: <= LongestSubject } whole ? whole : null;
    }
}
