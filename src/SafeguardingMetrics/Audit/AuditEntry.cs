using System.Diagnostics;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>
/// The audit line of one act while the act is being done. It is given to the unit of work of the act
/// (<see cref="WriteScope"/>), which writes it in the same transaction. A request has one, which the handler of an
/// audited endpoint takes as a parameter.
/// </summary>
public sealed class AuditEntry : ITransactionParticipant
{
    /// <summary>The outcome of an act that was done and has no status of its own.</summary>
    internal const string Done = "done";

    /// <summary>The outcome of one of the several parts of an act.</summary>
    internal const string Part = "part";

    private const int LongestSubject = 200;
    private static readonly string[] SubjectRouteValues = ["dataset", "code", "agency", "id"];

    private AuditLine? line;

    /// <summary>Makes the entry of a request, which begins when the request reaches an audited endpoint.</summary>
    public AuditEntry()
    {
    }

    private AuditEntry(AuditLine line) => this.line = line;

    /// <summary>The line as it is known so far.</summary>
    /// <exception cref="InvalidOperationException">The endpoint of the request is not audited.</exception>
    public AuditLine Line => line ?? throw new InvalidOperationException("The endpoint is not audited.");

    /// <summary>True once the line is stored.</summary>
    internal bool IsCommitted { get; private set; }

    /// <summary>Begins the line of a request.</summary>
    internal void Begin(HttpContext http, string action)
    {
        var at = Instant.Now(http.RequestServices.GetRequiredService<TimeProvider>());
        line = CreateLine(http, action, Done, at) with { Subject = GetRouteSubject(http.Request) };
    }

    /// <summary>An entry of something that the service does by itself, such as applying the retention period.</summary>
    internal static AuditEntry ForService(string action, string subject, DateTimeOffset at) => new(new AuditLine
    {
        LineId = Guid.CreateVersion7(at).ToString(), OccurredAt = at, Act = action, Outcome = Done,
        ActorKey = null, Agency = null, FromAddress = null, Subject = subject, Records = null, Times = 1, TraceId = null,
    });

    /// <summary>
    /// An entry of one part of this act, for an act that has several units of work: each part is written with its own.
    /// </summary>
    internal AuditEntry CreatePart(string subject, DateTimeOffset at) =>
        new(Line with { LineId = Guid.CreateVersion7(at).ToString(), Outcome = Part, Subject = subject, Records = null });

    /// <summary>An entry of something else that the same request does, such as confirming the return that it sends.</summary>
    internal AuditEntry CreateRelated(string action, string outcome, string subject, DateTimeOffset at) => new(Line with
    {
        LineId = Guid.CreateVersion7(at).ToString(),
        Act = action,
        Outcome = outcome,
        Subject = subject,
        Records = null,
    });

    /// <summary>Says what came of the act, before its unit of work is committed. What is null stays as it is.</summary>
    /// <param name="records">How many records were sent, read or removed.</param>
    /// <param name="outcome">The status of the return, where the act has one.</param>
    /// <param name="subject">
    /// What the act was done to, where the address does not say: an id, never anything of a record.
    /// </param>
    internal void SetResult(int? records = null, string? outcome = null, string? subject = null) => line = Line with
    {
        Records = records ?? Line.Records,
        Outcome = outcome ?? Line.Outcome,
        Subject = subject ?? Line.Subject,
    };

    /// <inheritdoc/>
    public Task Write(UnitOfWork work) => AuditStore.Add(work, Line);

    /// <inheritdoc/>
    public void OnCommitted() => IsCommitted = true;

    /// <summary>A line of a request without its subject: the address of a refused request may hold anything.</summary>
    internal static AuditLine CreateLine(HttpContext http, string action, string outcome, DateTimeOffset at) => new()
    {
        LineId = Guid.CreateVersion7(at).ToString(),
        OccurredAt = at,
        Act = action,
        Outcome = outcome,
        ActorKey = http.User.FindFirst(Caller.KeyIdClaim)?.Value,
        Agency = http.User.GetAgency()?.Code,
        FromAddress = http.Connection.RemoteIpAddress?.ToString(),
        Subject = null,
        Records = null,
        Times = 1,
        TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
    };

    // The line is stored only where the act was done, so these values are the codes and ids of things that exist.
    private static string? GetRouteSubject(HttpRequest request)
    {
        var values = SubjectRouteValues.Select(name => request.RouteValues.GetValueOrDefault(name) as string)
            .Where(value => value is not null)
            .ToList();
        return values.Count == 0 ? null : string.Join('/', values) is { Length: <= LongestSubject } whole ? whole : null;
    }
}
