namespace SafeguardingMetrics.Returns.Segments;

/// <summary>The segments of one agency and dataset that a return changed when it was stored or withdrawn.</summary>
/// <param name="Ended">In force before, and ended by the change.</param>
/// <param name="Begun">Begun by the change.</param>
/// <param name="At">The instant of the change.</param>
internal sealed record SegmentChange(IReadOnlyList<Segment> Ended, IReadOnlyList<Segment> Begun, DateTimeOffset At)
{
    /// <summary>The returns that lost days.</summary>
    public IReadOnlyList<string> ListSuperseded() =>
    [
        .. Ended.Where(segment => segment.CoversDays).Select(segment => segment.ReturnId).Distinct().Order(StringComparer.Ordinal),
    ];
}
