using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Storage.Backups;

/// <summary>What a checked copy of the database holds.</summary>
/// <param name="Returns">How many returns.</param>
/// <param name="LastReceivedAt">The instant, UTC, at which the newest was received; null where there is none.</param>
/// <param name="Newest">The newest change.</param>
/// <param name="Bytes">The size of the file.</param>
public sealed record BackupFacts(long Returns, DateTimeOffset? LastReceivedAt, NewestChange Newest, long Bytes)
{
    /// <summary>The facts in words.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Returns} returns{(LastReceivedAt is { } at ? $", the newest of {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : "")}, {Bytes} bytes");
}
