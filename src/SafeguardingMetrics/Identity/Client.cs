namespace SafeguardingMetrics.Identity;

/// <summary>Somebody who calls: an agency's job, a vendor's system, a board's tool, an administrator.</summary>
public sealed record Client
{
    /// <summary>Its id.</summary>
    public required string ClientId { get; init; }

    /// <summary>What it is.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The codes of the agencies that it acts for; none where it belongs to the partnership.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended, and its keys with it; null while it stands.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Its keys, the newest first; never the keys themselves.</summary>
    public required IReadOnlyList<ClientKey> Keys { get; init; }
}

/// <summary>A key as it is known: never the key itself.</summary>
public sealed record ClientKey
{
    /// <summary>Its id, which logs and settings may hold.</summary>
    public required string KeyId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is refused; null where it does not expire.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; null where it was not.</summary>
    public required DateTimeOffset? RevokedAt { get; init; }

    /// <summary>
    /// When it was last used, to the hour; null before its first use. Uses of the demonstration's keys are not noted.
    /// </summary>
    public required DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>True where it may be used at an instant.</summary>
    public bool IsLive(DateTimeOffset at) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > at);
}

/// <summary>A key that was made a moment ago: the one answer in which it is shown.</summary>
/// <param name="KeyId">Its id: the user name of HTTP Basic and the client_id of OAuth.</param>
/// <param name="ClientId">Its client.</param>
/// <param name="Key">The key. It is shown this once; keep it where passwords are kept.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
public sealed record NewKey(string KeyId, string ClientId, string Key, DateTimeOffset ExpiresAt);
