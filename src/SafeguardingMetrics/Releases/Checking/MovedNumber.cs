namespace SafeguardingMetrics.Releases.Checking;

/// <summary>A number that is shown a group higher or lower than it is.</summary>
/// <param name="Count">Its place in the table.</param>
/// <param name="AtLeast">The least count of the group that is shown.</param>
/// <param name="AtMost">The greatest count of the group that is shown.</param>
/// <param name="HeldAs">The count of that group that is nearest to the true one. Later releases hold the number as if this
/// had been its count, so that it is renewed only where it would have been.</param>
public sealed record MovedNumber(int Count, long AtLeast, long AtMost, long HeldAs);
