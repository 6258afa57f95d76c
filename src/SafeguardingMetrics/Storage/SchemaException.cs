namespace SafeguardingMetrics.Storage;

/// <summary>The database's schema is not the one that this version works with; the message says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);
