using System.Globalization;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>A statutory visit that falls due to a child, and its outcome.</summary>
internal sealed record Visit
{
    public required string Id { get; init; }
    public required Case Case { get; init; }
    public required string Type { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? VisitedOn { get; init; }
    public bool ChildSeen { get; init; }
    public bool SeenAlone { get; init; }
    public string? NotAloneReason { get; init; }
    public DateOnly? CheckedOn { get; init; }

    /// <summary>The visits of a case, for as long as its plans require them.</summary>
    public static IEnumerable<Visit> CreateAll(Case open, Exampleshire county)
    {
        var random = SeededRandom.Create(county.Seed, "visits", open.Number);
        var number = 0;
        foreach (var plan in open.Plans)
            for (var due = Next(plan.Plan, plan.From); due < plan.Until && due <= county.Through; due = Next(plan.Plan, due.Value))
                yield return CreateVisit(open, plan.Plan, due.Value, ++number, county, random);
    }

    private static DateOnly? Next(string plan, DateOnly after)
    {
        var usual = plan switch
        {
            PlanType.ChildProtection => WorkingDays.Add(after, 10),
            PlanType.LookedAfter => after.AddDays(42),
            PlanType.ChildInNeed => after.AddDays(28),
            PlanType.CareLeaver => after.AddDays(56),
            _ => (DateOnly?)null,
        };
        if (usual is not { } day)
            return null;
        var gap = (day.DayNumber - after.DayNumber) * SeasonalFactors.VisitGap(day);
        return WorkingDays.OnOrAfter(after.AddDays((int)gap));
    }

    private static Visit CreateVisit(Case open, string plan, DateOnly due, int number, Exampleshire county, SeededRandom random)
    {
        var visitedOn = VisitDay(due, county.Trend.GetFactor(open.Locality, due), random);
        var seen = random.NextBoolean(0.95);
        var young = open.Child.AgeOn(due) < 4;
        var alone = seen && random.NextBoolean(young ? 0.15 : 0.83);
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"V-{open.Number:D5}-{number:D2}"),
            Case = open,
            Type = plan,
            DueOn = due,
            VisitedOn = visitedOn,
            ChildSeen = seen,
            SeenAlone = alone,
            NotAloneReason = seen && !alone ? Reason(young, random) : null,
            CheckedOn = visitedOn is { } day && random.NextBoolean(0.87)
                ? WorkingDays.Add(day, random.PickWeighted((25, 0), (30, 1), (20, 2), (15, 4), (10, 8)))
                : null,
        };
    }

    private static DateOnly? VisitDay(DateOnly due, double worse, SeededRandom random)
    {
        var onTime = 0.86 - SeasonalFactors.VisitsSlipping(due) - (0.3 * worse);
        if (random.NextBoolean(onTime))
            return WorkingDays.Add(due, -random.PickWeighted((35, 0), (25, 1), (20, 2), (12, 3), (8, 5)));
        if (random.NextBoolean(0.08 + (0.06 * worse)))
            return null;
        // Some visits are very late (query SV06).
        return WorkingDays.Add(due, random.NextBoolean(0.04) ? random.Between(21, 30) : 1 + (int)random.NextExponential(3.5 + (4 * worse)));
    }

    private static string? Reason(bool young, SeededRandom random) => young
        ? random.PickWeighted<string?>((92, "too-young"), (5, "other"), (3, null))
        : random.PickWeighted<string?>((50, "child-declined"), (28, "not-appropriate"), (18, "other"), (4, null));
}
