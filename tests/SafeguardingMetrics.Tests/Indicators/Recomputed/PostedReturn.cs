namespace SafeguardingMetrics.Tests.Indicators.Recomputed;

/// <summary>
/// A return as it was posted: the records that were not refused, as the fields they hold, by name and as text.
/// </summary>
internal sealed class PostedReturn
{
    public required string Id { get; init; }

    public required string Agency { get; init; }

    public required string Dataset { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required IReadOnlyList<IReadOnlyDictionary<string, string>> Records { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The span of the tests lies in winter, when England's clocks show UTC.</summary>
    public DateOnly ReceivedOn => DateOnly.FromDateTime(ReceivedAt.UtcDateTime);

    public bool IsInForceAt(DateTimeOffset instant) => ReceivedAt <= instant && !(WithdrawnAt <= instant);
}
