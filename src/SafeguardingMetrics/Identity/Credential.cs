namespace SafeguardingMetrics.Identity;

/// <summary>A valid key that was presented, with the permissions of its client.</summary>
/// <param name="KeyId">The key's id, which logs may hold.</param>
/// <param name="ClientId">Its client's id.</param>
/// <param name="Permissions">The permissions of the client.</param>
/// <param name="Agencies">The agencies that the client acts for; empty for a client of the partnership.</param>
/// <param name="IsDemonstration">True for the keys in the README, which are refused outside Development.</param>
/// <param name="LastUsedAt">When the key was last used, to the hour; null before its first use.</param>
/// <param name="ExpiresAt">When the key expires; null where it does not.</param>
public sealed record Credential(
    string KeyId, string ClientId, IReadOnlyList<string> Permissions, IReadOnlyList<Agency> Agencies,
    bool IsDemonstration, DateTimeOffset? LastUsedAt, DateTimeOffset? ExpiresAt);
