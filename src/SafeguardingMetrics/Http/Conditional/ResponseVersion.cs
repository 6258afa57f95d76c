namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// All that an answer follows from besides who asks and what for: a state of the data, and an instant. The instant is not now but the latest at which an answer could have
/// become another, so that whoever asks twice between two changes asks the same, of whichever instance.
/// </summary>
/// <param name="Version">The data's version.</param>
/// <param name="At">The latest of: the last change, the beginning of the day in England, and the last instant at which a return became due.</param>
internal sealed record ResponseVersion(long Version, DateTimeOffset At);
