namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>The result of an upload.</summary>
/// <param name="LoadId">The id of the upload.</param>
/// <param name="Rows">How many rows were stored.</param>
/// <param name="LoadedAt">The instant from which the rows are valid.</param>
public sealed record TableLoad(string LoadId, int Rows, DateTimeOffset LoadedAt);
