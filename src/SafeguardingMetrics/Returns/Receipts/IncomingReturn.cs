using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>A return as it arrived, not yet read.</summary>
/// <param name="Agency">The agency that sent it: from the credential, never from the body.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Days">The period.</param>
/// <param name="MediaType">How the body is read, as <see cref="MediaTypes.Parse(string?)"/> says it.</param>
/// <param name="Body">The body, unpacked.</param>
/// <param name="IsStrict">True where any error rejects the whole return (<c>Prefer: handling=strict</c>).</param>
/// <param name="IsOnlyCheck">True where nothing is to be stored.</param>
public sealed record IncomingReturn(
    Agency Agency, Dataset Dataset, Period Days, string MediaType, BufferedBody Body, bool IsStrict = false, bool IsOnlyCheck = false)
{
    /// <summary>
    /// True where it states some records and says nothing of the others: it covers no day, and its period names the day
    /// whose changes it has.
    /// </summary>
    public bool IsChanges { get; init; }

    /// <summary>The days that it covers; null for a return of changes, which covers none.</summary>
    public Period? Covered => IsChanges ? null : Days;

    /// <summary>True where the sender says beforehand that the return is right: it is not held.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>
    /// The id that the return was given when it was accepted to be processed later; null for a return that gets its id
    /// now.
    /// </summary>
    public string? ReturnId { get; init; }

    /// <summary>
    /// Where the outcome is stored together with the return, for requests that are sent again; null for nowhere.
    /// </summary>
    public IIdempotencyStore? Idempotency { get; init; }

    /// <summary>
    /// The audit entry of the request; null for a queued return, which was audited when it was accepted, and in the
    /// demonstration.
    /// </summary>
    public AuditEntry? Audit { get; init; }

    /// <summary>Counts the bytes and records read; null where nobody asks for the progress.</summary>
    public ReadProgress? Progress { get; init; }
}
