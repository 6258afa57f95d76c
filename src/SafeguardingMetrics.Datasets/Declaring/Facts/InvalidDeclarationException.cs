namespace SafeguardingMetrics.Datasets.Declaring.Facts;

/// <summary>
/// A dataset's declaration contradicts itself. The message says where and how; the service does not start with it.
/// </summary>
/// <param name="message">Where and how.</param>
public sealed class InvalidDeclarationException(string message) : Exception(message);
