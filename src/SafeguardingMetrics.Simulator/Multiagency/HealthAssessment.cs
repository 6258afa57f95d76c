using System.Globalization;
using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>A health assessment that falls due to a looked-after child.</summary>
internal sealed record HealthAssessment
{
    public required string Id { get; init; }
    public required Case Case { get; init; }
    public required bool IsInitial { get; init; }
    public required DateOnly BecameLookedAfterOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? CompletedOn { get; init; }

    /// <summary>Given once the assessment is late; sometimes not even then (query HA05).</summary>
    public string? DelayReason { get; init; }

    /// <summary>The initial assessment after 20 working days, then a review every six months under five, every year above.</summary>
    public static IEnumerable<HealthAssessment> CreateAll(Case open, Exampleshire place)
    {
        var dice = SeededRandom.Create(place.Seed, "health assessments", open.Number);
        var number = 0;
        foreach (var plan in open.Plans.Where(plan => plan.Plan == PlanType.LookedAfter))
        {
            // Counted in calendar days by mistake (query HA04).
            var due = dice.NextBoolean(0.05) ? plan.From.AddDays(20) : WorkingDays.Add(plan.From, 20);
            for (var isInitial = true; due < plan.Until && due <= place.Through; isInitial = false)
            {
                yield return Assessment(open, ++number, isInitial, plan.From, due, dice);
                due = due.AddMonths(open.Child.AgeOn(due) < 5 ? 6 : 12);
            }
        }
    }

    private static HealthAssessment Assessment(Case open, int number, bool isInitial, DateOnly becameLookedAfterOn, DateOnly due, SeededRandom dice)
    {
        var onTime = dice.NextBoolean(isInitial ? 0.72 : 0.85);
        var completedOn = onTime
            ? WorkingDays.OnOrAfter(due.AddDays(-dice.Between(3, 16)))
            : WorkingDays.OnOrAfter(due.AddDays(1 + (int)dice.NextExponential(22)));
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"HA-{open.Number:D5}-{number}"),
            Case = open,
            IsInitial = isInitial,
            BecameLookedAfterOn = becameLookedAfterOn,
            DueOn = due,
            CompletedOn = !onTime && dice.NextBoolean(0.1) ? null : completedOn,
            DelayReason = dice.PickWeighted<string?>(
                (30, "late-referral"), (16, "consent"), (14, "placement-move"), (10, "child-declined"), (20, "capacity"), (6, "other"), (4, null)),
        };
    }
}
