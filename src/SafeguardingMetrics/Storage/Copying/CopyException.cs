namespace SafeguardingMetrics.Storage.Copying;

/// <summary>A partnership was not copied, and nothing of it was kept; the message says why.</summary>
public sealed class CopyException(string message) : Exception(message);
