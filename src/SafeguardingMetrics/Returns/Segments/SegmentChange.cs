namespace SafeguardingMetrics.Returns.Segments;

/// <summary>The segments of one agency and dataset in the months of a return that was stored or withdrawn.</summary>
/// <param name="Kept">In force before and after.</param>
/// <param name="Ended">In force before, and ended by the change.</param>
/// <param name="Begun">Begun by the change.</param>
/// <param name="At">The instant of the change.</param>
internal sealed record SegmentChange(
    IReadOnlyList<Segment> Kept, IReadOnlyList<Segment> Ended, IReadOnlyList<Segment> Begun, DateTimeOffset At);
