using SafeguardingMetrics.Simulator.Children;

namespace SafeguardingMetrics.Simulator.Schools;

/// <summary>A pupil who has a social worker, on the roll of one school.</summary>
internal sealed record Pupil
{
    public required string Id { get; init; }

    /// <summary>Distinguishes this pupil's random numbers from others'.</summary>
    public required int Number { get; init; }

    public required string Upn { get; init; }
    public required string Locality { get; init; }
    public required PlanSpell[] Plans { get; init; }

    /// <summary>The share of sessions this pupil misses in an ordinary week, 0 to 1.</summary>
    public required double Misses { get; init; }

    /// <summary>The plan on a day, or none while the pupil has no social worker.</summary>
    public string? StatusOn(DateOnly day) => Array.Find(Plans, plan => plan.Contains(day))?.Plan;

    /// <summary>
    /// A distribution: many are rarely absent, a third miss a day a fortnight or more, a few are mostly absent.
    /// </summary>
    public static double Habit(SeededRandom random) =>
        random.PickWeighted((52, 0.04), (30, 0.13), (12, 0.3), (6, 0.65)) * (0.6 + (0.8 * random.NextDouble()));
}
