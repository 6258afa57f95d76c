using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Returns;

/// <summary>What the address and the headers say of a return, whether it is submitted or only checked.</summary>
internal interface IReturnParameters
{
    /// <summary>The period.</summary>
    string? Period { get; }

    /// <summary>Whether it has all records of the period, or changes.</summary>
    string? Mode { get; }

    /// <summary>Whether the sender says that the return is right.</summary>
    string? Confirmed { get; }

    /// <summary>The preferences.</summary>
    string? Prefer { get; }
}

/// <summary>What the address and the headers of a submission say.</summary>
// The framework binds no inherited properties: those of a check are declared once more.
public sealed record SubmissionParameters : IReturnParameters
{
    /// <summary>
    /// The days that the return covers: a day (2026-11-22), a month (2026-11) or an interval (2026-11-01/2026-11-22). A
    /// snapshot's period is one day. With <c>mode=changes</c>, the day whose changes are sent; if you leave it out: today.
    /// </summary>
    [FromQuery(Name = "period")]
    public string? Period { get; init; }

    /// <summary>
    /// <c>period</c>: the return has all records of its period. <c>changes</c>: it has the records that changed, on whatever
    /// day they count, and says nothing of the others; a record with <c>"purge": true</c> and its key says that it is no more.
    /// Only for datasets whose records have a day of their own. If you leave it out: <c>period</c>.
    /// </summary>
    [FromQuery(Name = "mode")]
    public string? Mode { get; init; }

    /// <summary>
    /// <c>true</c> says that the return is right although it may differ from the records before it: it is not held.
    /// Each such return is noted. If you leave it out: <c>false</c>.
    /// </summary>
    [FromQuery(Name = "confirmed")]
    public string? Confirmed { get; init; }

    /// <summary>
    /// <c>handling=strict</c> rejects the whole return on any error, and where it would be held; otherwise records with
    /// an error are left out and the rest is stored. <c>respond-async</c> answers 202 as soon as the body has arrived,
    /// for returns that take long. You can send both, with a comma between; the header Preference-Applied says which
    /// were followed.
    /// </summary>
    [FromHeader(Name = "Prefer")]
    public string? Prefer { get; init; }

    /// <summary>
    /// A key of your own for this one return, such as a UUID. The same request sent again with the key gets the same
    /// answer; another request with the key is refused (422). Keys are stored for seven days unless the administrator
    /// has set another time.
    /// </summary>
    [FromHeader(Name = Idempotency.IdempotencyKey.Header)]
    public string? IdempotencyKey { get; init; }
}

/// <summary>What the address and the headers of a check say.</summary>
public sealed record CheckParameters : IReturnParameters
{
    /// <summary>The days that the return covers, as for submitting.</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; init; }

    /// <summary><c>period</c> or <c>changes</c>, as for submitting.</summary>
    [FromQuery(Name = "mode")]
    public string? Mode { get; init; }

    /// <summary><c>true</c> or <c>false</c>, as for submitting.</summary>
    [FromQuery(Name = "confirmed")]
    public string? Confirmed { get; init; }

    /// <summary><c>handling=strict</c>, as for submitting.</summary>
    [FromHeader(Name = "Prefer")]
    public string? Prefer { get; init; }
}
