namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>What became of a table that was sent.</summary>
/// <param name="LoadId">The load's id.</param>
/// <param name="Rows">How many rows were stored.</param>
/// <param name="LoadedAt">The instant from which they count.</param>
public sealed record TableLoad(string LoadId, int Rows, DateTimeOffset LoadedAt);
