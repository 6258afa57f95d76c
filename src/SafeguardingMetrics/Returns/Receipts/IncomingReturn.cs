using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>A return as it arrived, not yet read.</summary>
/// <param name="Agency">Who sent it: from the credential, never from the body.</param>
/// <param name="Dataset">Which kind it is.</param>
/// <param name="Days">Its period.</param>
/// <param name="MediaType">One of <see cref="SafeguardingMetrics.Datasets.Formats.MediaTypes"/>.</param>
/// <param name="Body">Its bytes, unpacked.</param>
/// <param name="IsStrict">True where any error rejects the whole (<c>Prefer: handling=strict</c>).</param>
/// <param name="IsOnlyCheck">True where nothing is to be kept.</param>
public sealed record IncomingReturn(Agency Agency, Dataset Dataset, Period Days, string MediaType, BufferedBody Body, bool IsStrict = false, bool IsOnlyCheck = false)
{
    /// <summary>Its id, where it was given one when it was accepted; null for one that is given now.</summary>
    public string? ReturnId { get; init; }

    /// <summary>What must be kept of its outcome with it; null for nothing.</summary>
    public IIdempotencyStore? Idempotency { get; init; }

    /// <summary>The audit entry of the request that sent it; null for a return from the queue, which was audited when it was accepted, and in the demonstration.</summary>
    public AuditEntry? Audit { get; init; }

    /// <summary>How much of it is read.</summary>
    public ServiceLimits Limits { get; init; } = new();

    /// <summary>Told how far it is read: bytes, or records; null where nobody waits to know.</summary>
    public ReadProgress? Progress { get; init; }
}
