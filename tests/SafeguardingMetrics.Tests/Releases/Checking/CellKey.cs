namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>A number of a release of the small world.</summary>
/// <param name="Interval">A month, or after the months a quarter.</param>
/// <param name="Breakdown">A breakdown; nought for the whole.</param>
/// <param name="Member">A member of it.</param>
/// <param name="Level">1 for the visits due, 2 for the late ones, 3 for the very late ones.</param>
internal readonly record struct CellKey(int Interval, int Breakdown, int Member, int Level);
