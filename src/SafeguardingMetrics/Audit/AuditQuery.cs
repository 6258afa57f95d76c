namespace SafeguardingMetrics.Audit;

/// <summary>Which lines are asked for; null for all.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Before">The instant after the last.</param>
/// <param name="Actor">The id of a key or client.</param>
/// <param name="Act">An <see cref="SafeguardingMetrics.Audit.AuditAction"/>.</param>
public sealed record AuditQuery(DateTimeOffset? From, DateTimeOffset? Before, string? Actor, string? Act);
