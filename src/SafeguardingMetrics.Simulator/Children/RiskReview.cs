using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>How a manager keeps an eye on a child whom no worker holds.</summary>
/// <param name="FirstAfter">Working days until the first look; none if nobody looks at all.</param>
/// <param name="Every">Working days between looks.</param>
internal sealed record RiskReview(int? FirstAfter, int Every)
{
    public static RiskReview PickHabit(SeededRandom dice) =>
        new(dice.NextBoolean(0.12) ? null : dice.Between(0, 2), dice.PickWeighted((60, 4), (25, 5), (15, 9)));

    /// <summary>The last look up to a day, of a case that has been unallocated since another.</summary>
    public DateOnly? Last(DateOnly since, DateOnly day)
    {
        var gone = WorkingDays.Between(since, day);
        return gone < (FirstAfter ?? int.MaxValue)
            ? null
            : WorkingDays.Add(since, FirstAfter!.Value + ((gone - FirstAfter.Value) / Every * Every));
    }
}
