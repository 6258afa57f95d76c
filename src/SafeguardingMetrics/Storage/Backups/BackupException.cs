namespace SafeguardingMetrics.Storage.Backups;

/// <summary>A backup was not written, or not restored; the message says why, and that nothing was changed.</summary>
public sealed class BackupException(string message) : Exception(message);
