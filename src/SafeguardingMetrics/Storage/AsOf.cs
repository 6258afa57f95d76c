namespace SafeguardingMetrics.Storage;

/// <summary>
/// What was known when: rows that begin and end and are never deleted. "Now" (@KnownAt is null) is what has not ended, whatever the clock says: one
/// that was set back must not hide what it has not come to yet. Otherwise it is what had begun by @KnownAt and had not ended.
/// </summary>
internal static class AsOf
{
    /// <summary>The condition on a table called <c>s</c> with the columns BeganAt and EndedAt.</summary>
    public const string Condition = "((@KnownAt IS NULL AND s.EndedAt IS NULL) OR (s.BeganAt <= @KnownAt AND (s.EndedAt IS NULL OR s.EndedAt > @KnownAt)))";
}
