namespace SafeguardingMetrics.Counts.Records;

/// <summary>The configured keys of identifiers are not those of the database. The message says what to do.</summary>
public sealed class IdentifierKeyException(string message) : Exception(message);
