namespace SafeguardingMetrics.Storage.Files;

/// <summary>The newest change of the data that was committed.</summary>
/// <param name="Version">The version of the data after it, which every change raises: <see cref="DataVersion.Number"/>.</param>
/// <param name="ChangedAt">Its instant, UTC; null where there was none since versions are kept.</param>
public sealed record NewestChange(long Version, DateTimeOffset? ChangedAt);
