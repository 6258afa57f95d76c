using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>A manager's risk reviews of a child without an allocated worker.</summary>
/// <param name="FirstAfter">Working days until the first review; null where there is none.</param>
/// <param name="Every">Working days between reviews.</param>
internal sealed record RiskReview(int? FirstAfter, int Every)
{
    public static RiskReview PickHabit(SeededRandom random) =>
        new(random.NextBoolean(0.12) ? null : random.Between(0, 2), random.PickWeighted((60, 4), (25, 5), (15, 9)));

    /// <summary>The last review up to a day, for a case that has been unallocated since another day.</summary>
    public DateOnly? Last(DateOnly since, DateOnly day)
    {
        var gone = WorkingDays.Between(since, day);
        return gone < (FirstAfter ?? int.MaxValue)
            ? null
            : WorkingDays.Add(since, FirstAfter!.Value + ((gone - FirstAfter.Value) / Every * Every));
    }
}
