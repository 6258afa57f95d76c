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

    /// <summary>The reason for a late assessment; sometimes missing (query HA05).</summary>
    public string? DelayReason { get; init; }

    /// <summary>
    /// The initial assessment after 20 working days, then a review every six months under five, every year above.
    /// </summary>
    public static IEnumerable<HealthAssessment> CreateAll(Case open, Exampleshire county)
    {
        var random = SeededRandom.Create(county.Seed, "health assessments", open.Number);
        var number = 0;
        foreach (var plan in open.Plans.Where(plan => plan.Plan == PlanType.LookedAfter))
        {
            // Counted in calendar days by mistake (query HA04).
            var due = random.NextBoolean(0.05) ? plan.From.AddDays(20) : WorkingDays.Add(plan.From, 20);
            for (var isInitial = true; due < plan.Until && due <= county.Through; isInitial = false)
            {
                yield return Assessment(open, ++number, isInitial, plan.From, due, random);
                due = due.AddMonths(open.Child.AgeOn(due) < 5 ? 6 : 12);
            }
        }
    }

    private static HealthAssessment Assessment(
        Case open, int number, bool isInitial, DateOnly becameLookedAfterOn, DateOnly due, SeededRandom random)
    {
        var onTime = random.NextBoolean(isInitial ? 0.72 : 0.85);
        var completedOn = onTime
            ? WorkingDays.OnOrAfter(due.AddDays(-random.Between(3, 16)))
            : WorkingDays.OnOrAfter(due.AddDays(1 + (int)random.NextExponential(22)));
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"HA-{open.Number:D5}-{number}"),
            Case = open,
            IsInitial = isInitial,
            BecameLookedAfterOn = becameLookedAfterOn,
            DueOn = due,
            CompletedOn = !onTime && random.NextBoolean(0.1) ? null : completedOn,
            DelayReason = random.PickWeighted<string?>(
                (30, "late-referral"), (16, "consent"), (14, "placement-move"), (10, "child-declined"),
                (20, "capacity"), (6, "other"), (4, null)),
        };
    }
}
