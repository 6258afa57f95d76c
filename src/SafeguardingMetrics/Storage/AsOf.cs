namespace SafeguardingMetrics.Storage;

/// <summary>
/// The SQL condition on bitemporal rows, which begin and end and are never deleted: those in force as known at
/// @KnownAt. @KnownAt null means current: not ended, independent of the clock, so that a clock set back hides no recent
/// row.
/// </summary>
internal static class AsOf
{
    /// <summary>The condition on a table called <c>s</c> with the columns BeganAt and EndedAt.</summary>
    public const string Condition =
        "((@KnownAt IS NULL AND s.EndedAt IS NULL) OR (s.BeganAt <= @KnownAt AND (s.EndedAt IS NULL OR s.EndedAt > @KnownAt)))";
}
