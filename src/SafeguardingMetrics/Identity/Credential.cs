namespace SafeguardingMetrics.Identity;

/// <summary>A key that was presented and may be used now, with what its client may do.</summary>
/// <param name="KeyId">The key's id, which logs may hold.</param>
/// <param name="ClientId">Its client's id.</param>
/// <param name="Permissions">What the client may do.</param>
/// <param name="Agencies">The agencies that it acts for; none where it belongs to the partnership.</param>
/// <param name="IsDemonstration">True for the keys that everyone can read in the README: refused outside Development.</param>
/// <param name="LastUsedAt">When the key was last used, to the hour; null before its first use.</param>
/// <param name="ExpiresAt">When the key is over; null where it does not end by itself.</param>
public sealed record Credential(
    string KeyId, string ClientId, IReadOnlyList<string> Permissions, IReadOnlyList<Agency> Agencies, bool IsDemonstration, DateTimeOffset? LastUsedAt, DateTimeOffset? ExpiresAt);
