namespace SafeguardingMetrics.Storage.Files;

/// <summary>The database's file is not one that the service may use; the message says why, and the way out.</summary>
public sealed class DatabaseFileException(string message) : Exception(message);
