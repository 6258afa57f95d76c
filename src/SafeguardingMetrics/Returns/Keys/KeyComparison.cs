using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Returns.Keys;

/// <summary>What the keys of a return say about the records before it.</summary>
/// <param name="OwnDays">Of each month in which a record of the return counts, its first and last day that has one.</param>
/// <param name="Restated">The records in force, on days that the return does not cover, whose keys it states.</param>
/// <param name="Reused">
/// How many of the restated are of another child than the record that states the key, or lie far from it.
/// </param>
/// <param name="UnknownPurges">The purges of keys that have no record, by their number in the return.</param>
internal sealed record KeyComparison(
    IReadOnlyList<Period> OwnDays, IReadOnlyList<RestatedKey> Restated, int Reused, IReadOnlyList<int> UnknownPurges)
{
    /// <summary>Of a dataset whose keys are compared within their days alone.</summary>
    public static KeyComparison None { get; } = new([], [], 0, []);
}
